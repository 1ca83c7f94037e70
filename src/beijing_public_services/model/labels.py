"""What a person reads for each code of a closed list, in Chinese and in English."""

from __future__ import annotations

LABELS: dict[str, dict[str, tuple[str, str]]] = {
    "bound": {
        "exact": ("确数", "exact"),
        "gt": ("超过", "more than"),
        "ge": ("不低于", "at least"),
        "lt": ("低于", "less than"),
        "le": ("不超过", "at most"),
        "nearly": ("近", "just under"),
        "about": ("约", "about"),
        "some_over": ("略多于", "a little over"),
    },
    "measure": {
        "level": ("水平", "level"),
        "share": ("占比", "share"),
        "rate": ("比率", "rate"),
        "growth": ("增长率", "growth"),
        "difference": ("差值", "difference"),
        "rank": ("位次", "rank"),
        "streak": ("连续年数", "streak"),
        "span": ("年限", "span"),
        "index": ("指数", "index"),
    },
    "timing": {
        "during": ("期间", "during the period"),
        "end": ("期末", "at the end of the period"),
        "as_of": ("截至", "as of the day"),
    },
    "status": {"actual": ("实际", "actual"), "target": ("目标", "target")},
    "base_kind": {
        "previous_year": ("上年", "the previous year"),
        "fixed_year": ("固定年份", "a fixed year"),
        "earlier": ("此前", "an earlier time"),
        "total": ("总量", "the total"),
        "local": ("本地", "the local figure"),
        "national": ("全国", "the national figure"),
        "global": ("全球", "the global figure"),
        "total_investment": ("全部投资", "all investment"),
        "unstated": ("未说明", "not stated"),
    },
    "price_basis": {
        "nominal": ("名义", "nominal"),
        "real": ("实际", "real"),
        "not_stated": ("未说明", "not stated"),
    },
    "frequency": {
        "year": ("年", "year"),
        "quarter": ("季度", "quarter"),
        "month": ("月", "month"),
        "day": ("日", "day"),
        "span": ("时段", "span"),
        "undated": ("未注明", "undated"),
    },
    "verdict": {
        "agrees": ("一致", "agrees"),
        "differs": ("不一致", "differs"),
        "refines": ("更精确", "refines"),
        "contradicts": ("相矛盾", "contradicts"),
    },
    "break": {
        "definition": ("定义变化", "definition"),
        "scope": ("范围变化", "scope"),
        "method": ("方法变化", "method"),
    },
    "statement": {
        "instrument": ("制度与举措", "instrument"),
        "shortcoming": ("短板", "shortcoming"),
        "priority": ("重点方向", "priority"),
        "event": ("事件", "event"),
    },
    "statement_status": {
        "planned": ("计划", "planned"),
        "issued": ("已发布", "issued"),
        "launched": ("已启动", "launched"),
        "in_force": ("施行中", "in force"),
        "under_way": ("进行中", "under way"),
        "completed": ("已完成", "completed"),
    },
    "grade": {
        "A": ("官方发布者", "official publisher"),
        "B": ("权威媒体", "established media"),
        "C": ("二手文献", "secondary literature"),
    },
    "source_kind": {
        "report": ("报告", "report"),
        "footnote": ("脚注", "footnote"),
        "publication": ("其他出版物", "other publication"),
    },
}  # each code of the list in `model/codelists.py`, first in Chinese, then in English
