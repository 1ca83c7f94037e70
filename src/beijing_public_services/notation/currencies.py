"""The signs and codes of currencies that stand before an amount in English: `₹9,870 crore`, `CHF 5 million`."""

from __future__ import annotations

SIGNS = "$€£¥₹₩₽₺₫₱₦₪฿"
YUAN = "rmb|cny|renminbi"
CODES = (
    "usd|eur|gbp|inr|rs|rupees?|chf|sek|nok|dkk|kr|jpy|krw|aud|cad|nzd|sgd|hkd|twd|myr|rm|idr|thb|vnd|php|pkr|lkr|bdt|npr"
    "|brl|mxn|zar|rub|pln|czk|huf|aed|sar|kes|ngn|egp"
)
