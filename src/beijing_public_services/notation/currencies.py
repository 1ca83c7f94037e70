"""The signs and codes of currencies that stand before an amount in English: `₹9,870 crore`, `CHF 5 million`."""

from __future__ import annotations

SIGNS = "$€£¥₹₩₽₺₫₱₦₪฿"
YUAN = "rmb|cny|renminbi"
CODES = (
    "usd|eur|gbp|inr|rs|rupees?|chf|sek|nok|dkk|kr|jpy|krw|aud|cad|nzd|sgd|hkd|twd|myr|idr|thb|vnd|pkr|lkr|bdt|npr"
    "|brl|mxn|zar|pln|czk|huf|aed|sar|kes|ngn|egp"
)
