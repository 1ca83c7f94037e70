"""What English words between a name and a figure do: state, raise, lower, deny, plan, compare, or nothing known."""

from __future__ import annotations

from typing import Literal

Role = Literal[
    "",  # says nothing against the claim
    "unknown",
    "rise",
    "fall",
    "improve",
    "by",
    "to",
    "from",
    "of",
    "and",
    "not",
    "plan",
    "condition",
    "denial",
    "reported",
    "standard",
    "in_order",
    "each",
    "growth",
    "growth_fall",
    "share",
    "rank",
    "than",
    "more",
    "real",
    "per",
    "it",
    "subset",
    "verb",
    "start",
    "end",
    "part",
]

WORDS: dict[Role, str] = {
    "": """
        cluster monday tuesday wednesday thursday friday saturday sunday mayor xinhua pollution living everyday
        entire meteorological environmental consecutive straight for because by-now upon amid plus-also onto off
        per-se operating transit police municipality sites site somewhere altogether roughly nationwide-ranked
        of-record data-wise operational operating cumulative a an the its their his her our this these that those
        which who whose there here at in on as also still just only even now today currently again so far with about
        around some over under above more up nearly almost close exactly roughly approximately approx approx.
        estimated-at annual annually yearly year years average averaged mean overall total totals combined whole full
        entire level levels concentration concentrations reading readings density value values figure figures number
        numbers amount amounts quantity volume stock length rate ratio percentage proportion city's result results
        data statistics official officially latest preliminary final new record high low highest lowest best ever
        first time times end close beginning municipal local residents people citizens population city area areas
        monitoring-station network networks system long air quality days day meanwhile however moreover furthermore
        besides additionally respectively since then thus too while whereas when where after during within across
        throughout all both have has had been being be is are was were am do does did year-end km slightly
        significantly sharply considerably markedly notably steadily further substantially dramatically strongly
        rapidly quickly gradually modestly moderately marginally clearly already finally successfully nominally
        consistently basically strong solid steady rapid robust stable remarkable impressive effective comprehensive
        public nominal actual announced reported showed shows show showing said says say according report reports
        bureau statistics office department commission authorities authority officials mayor government ecological
        environment ecology data-show accounting good well key major main important indicator indicators measure
        measures standard-of fourth third second such known called namely including notably mainly particular
        particularly especially now-at equal equivalent worth s beijing quite very than-ever historic historical
        annum p.a. out off available recent reporting period note notes per-cent pollutant pollutants fine
        particulate matter particles tiny hazardous harmful airborne key-pollutant smog measured counted put puts
        putting given gave newly thanks due because largely owing result-of success
        micrograms microgram meeting complying compliance attaining satisfying
    """,
    "verb": """
        registered represented represents representing marked translating translates meant means reached reach
        reaches reaching hit hits hitting stood stand stands standing averaged averages averaging totalled totaled
        totals totalling totaling came comes amounted amounts amounting numbered numbers numbering exceeded exceeds
        exceeding surpassed surpasses surpassing topped tops topping passed crossed registers recorded records
        recording posted posts remained remains remaining stayed stays kept keeps maintained maintains logged saw
        sees seen seeing achieved achieves attained touched accounted accounts made makes equalled equaled covered
        covers measured boasts boasted has have had owns owned runs ran operates operated operating held hosts hosted
        hosting staged staging built build completed complete opened opening added adding adds launched launching
        created set up put renovated began laid removed optimised optimized helped received handled installed seized
        destroyed treated provides provided established ranked ranks ranking placed places stretched stretching
        stretches spans spanned worked signed issued inspected sampled solved cracked penalised penalized detained
        raised counted counts boast enjoy enjoys enjoyed brought bringing brings takes took taken taking marked marks
        becoming became went goes gone turned found taken-down paid warned monitored relocated upgraded boasting
        valued concluded traded including comprising offers lists
    """,
    "rise": """
        rose rise rises risen rising increase increased increases increasing grew grow grows grown growing climb
        climbed climbs climbing jumped jump jumps jumping surged surge surging soared expanded expand expands
        expanding gained gain gains up higher edged-up accelerated advanced picked quickened swelled extended widened
        lengthened added-up improvement-to boost boosted boosting lift lifted lifting raise raises raising doubled-to
        mounted upped ticked inched climbing crept edging edged edges
    """,
    "fall": """
        fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased
        decrease decreases decreasing reduced reduce reduces reducing reduction reductions cut cuts cutting down
        lower lowered lowering shrank shrunk slid dipped dip plunged plunge slipped slumped tumbled narrowed
        shortened eased contraction contracted sank sunk less fewer minus slashed slash shortening cooling cooled
        easing trimmed
    """,
    "improve": """
        improved improves improving improvement improvements changed changes change changing
    """,
    "by": """
        by
    """,
    "to": """
        to at-to
    """,
    "from": """
        from
    """,
    "of": """
        of
    """,
    "and": """
        and & or plus as-well-as
    """,
    "not": """
        nobody none nowhere barely scarcely not n't never no neither nor hardly cannot without failed fails fail
        far-from isn't wasn't aren't weren't didn't doesn't hasn't haven't don't won't
    """,
    "plan": """
        foresee foresees foreseen foreseeing will would shall should plan plans planned planning aim aims aimed
        aiming target targets targeted goal goals expect expects expected hoped expecting expectation expectations
        forecast forecasts forecasted predicted predicts prediction projected projection projects-to might could
        propose proposes proposed intends intend intended strive strives striving seek seeks seeking hope hopes
        hoping pledge pledges pledged vow vows vowed promise promises promised set-to scheduled due-to-be ought must
        need needs blueprint outline estimates estimated estimate likely unlikely probably perhaps possibly
        anticipated ambitious wants want going-to commit committed commits envisaged envisages envisions envisioned
        tasked mandated requires required require supposed objective objectives tentative budgeted budget plan's
        deadline prospective eyes eyeing
    """,
    "condition": """
        if unless whether suppose supposing assuming imagine hypothetical hypothetically had-it were-it what-if
        wonder wonders wondered ask asked asks guess guessed guesses
    """,
    "denial": """
        untrue false falsely incorrect incorrectly wrong wrongly myth rumour rumor rumours rumors rumoured rumored
        hoax fake fabricated mistaken mistakenly misleading erroneous erroneously denied denies deny denying refuted
        refutes debunked debunk inaccurate disputed disputes misquoted misstated typo error errors mistake claimed
        claims claim alleged allegedly alleges unconfirmed fiction nonsense misreported bogus lie lies retracted
        corrected correction contrary doubt doubts doubtful unverified unsubstantiated
    """,
    "standard": """
        limit limits standard standards ceiling cap caps threshold thresholds guideline guidelines norm benchmark
        requirement requirements criterion criteria quota quotas cutoff interim maximum minimum permissible allowed
        target-value
    """,
    "start": """
        started starting begun
    """,
    "end": """
        completed finished
    """,
    "part": """
        of-which
    """,
    "in_order": """
        respectively
    """,
    "each": """
        each alike both-at
    """,
    "growth": """
        growth growth-rate increase-rate pace change hike uptick
    """,
    "share": """
        share proportion-of ratio-of
    """,
    "rank": """
        rank ranking place position
    """,
    "than": """
        than versus vs vs. against compared comparing compare comparison relative exceeding-that exceeds-that outpacing
        outpaced outpaces matching beating surpassing-the ahead behind unlike contrast beyond below trailing
    """,
    "more": """
        more extra additional
    """,
    "real": """
        real inflation-adjusted comparable constant
    """,
    "per": """
        per-day daily per each-day every hourly apiece weekly monthly-rate
    """,
    "it": """
        it they which that itself
    """,
    "subset": """
        youth young women men male female elderly aged migrant migrants disabled school-age teenagers children
    """,
}  # fmt: skip
ROLES: dict[str, Role] = {word: role for role, words in WORDS.items() for word in words.split() if word}


def role_of(word: str) -> Role:
    """Return what an English word in lower case does; adverbs in -ly say nothing against a claim."""
    role = ROLES.get(word) or ROLES.get(word.removesuffix("'s"))
    if role is None:
        if word.endswith("n't"):
            return "not"
        return "" if word.endswith("ly") and len(word) > 4 else "unknown"
    return role
