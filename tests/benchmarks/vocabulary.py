"""The words of invented libraries: a vocabulary that follows Zipf's law, set phrases, people, and real debates."""

from __future__ import annotations

import html
import os
import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

VOCABULARY = 60_000
STEEPNESS = 1.1
"""The exponent of Zipf's law: the second word comes 2**1.1 times less often than the first."""

# The head of the vocabulary, the most frequent first: ordinary words, and those of the House with their forms.
HEAD = """
the of and to in a that is for it be was on with as by this not are have which has will from we at an their or they
been would there but all who more were what if can our so about than no up one other when had his her its also some
those any should may do must out such very now over only between how into after many made being whether under where
could then further before because these two three even most both through own during against while each within
children Government Minister House Bill people child Committee report public support work school years local Members
inquiry year new time need services amendment system care evidence clause families country way health number minister
council education part authorities police register case safety law right Secretary State debate question statement
register registered registration registers inquiries reports reported reporting reporter schools schooling schooled
amendments amended amending clauses councils councillor councillors councillor's committees ministers ministerial
governments governmental authority local locally supports supported supporting supportive works working worked worker
workers children's child's childhood family people's person persons yearly questions questioned questioning statements
stated stating debates debated debating members membership systems systemic systemically cares caring cared carer carers
cases evidential evident evidently laws lawful lawfully lawyers rights rightly needs needed needing numbers numbered
time times timely week weeks month months monthly day days today daily protect protects protected protecting protection
recommend recommends recommended recommending recommendation recommendations abuse abused abuses abuser abusers exploit
exploited exploitation exploiting victim victims survivor survivors woman women man men young younger youth teacher
teachers teaching teach taught pupil pupils attend attends attended attendance attending absence absences absent
breakfast club clubs uniform uniforms academy academies trust trusts funding fund funds funded cost costs costed costing
budget budgets spend spending spent pay pays paid payment payments tax taxes taxation price prices increase increases
increased increasing reduce reduces reduced reducing reduction rise rises rising rose fall falls falling fell plan plans
planned planning measure measures measured power powers duty duties require requires required requiring requirement
requirements provide provides provided providing provision provisions deliver delivers delivered delivering delivery
review reviews reviewed reviewing reviewer audit audits audited auditor inspect inspection inspections inspector
inspectors serious seriously concern concerns concerned concerning respond responds responded response responses act
acts acted acting action actions national nationally international region regional regions county counties city cities
town towns village villages rural urban hospital hospitals patient patients doctor doctors nurse nurses nursing wait
waiting waits waited housing house's home homes homeless homelessness rent rents rented tenant tenants landlord
landlords build builds building buildings built transport bus buses rail railway railways train trains road roads energy
water river rivers coast coastal flood flooding floods farm farms farmer farmers farming fish fishing fishery food foods
environment environmental climate nature natural trade trades business businesses industry industries industrial job
jobs employ employed employer employers employment unemployment skill skills skilled apprentice apprenticeship
apprenticeships university universities student students college colleges course courses crime crimes criminal criminals
court courts judge judges judged judgment sentence sentences sentenced prison prisons prisoner prisoners officer
officers force forces defence defend defended army veteran veterans security secure secured border borders asylum
migration migrant migrants refugee refugees citizen citizens community communities charity charities volunteer
volunteers vote votes voted voting voter voters elect elected election elections party parties opposition oppose opposed
opposing agree agrees agreed agreement disagree constituent constituents constituency constituencies Parliament
parliamentary parliaments Lords Commons Speaker Chancellor Treasury Department departments departmental official
officials minister's policy policies strategy strategies target targets targeted standard standards quality data figure
figures rate rates average median total estimate estimates estimated per cent million billion pounds half quarter third
first second last next early earlier late later long longer short shorter high higher highest low lower lowest great
greater good better best bad worse worst clear clearly important importantly urgent urgently real really honest honestly
hon. Friend Gentleman Lady learned noble welcome welcomes welcomed thank thanks grateful pleased proud sorry regret
failure failures fail failed failing success successful promise promised promises commitment commitments committed
pledge pledged warn warned warning warnings risk risks harm harms harmed harmful neglect neglected poverty poor poorest
disability disabled special mental physical hungry hunger meal meals free access accessible equal equality inequality
discipline café naïve £3 £1
"""

PHRASES = """
national inquiry|child protection plan|the right hon. Member|Secretary of State|Second Reading|Third
Reading|multi-agency team|single unique identifier|free school meals|breakfast club|children in need|looked-after
children|kinship care|child sexual exploitation|grooming gangs|home education|register of children|not in
school|school attendance order|duty to report|mandatory reporting|statutory inquiry|terms of reference|local
authority|local authorities|safeguarding partnership|family group conference|care leavers|serious case review|chief
constable|Crown court|waiting list|cost of living|cross-party support|impact assessment|royal assent|point of
order|programme motion|reasoned amendment|new clause|Public Bill Committee|Select Committee|Office for
Statistics|freedom of information|value for money|public purse|front line|in the public interest|as a matter of
urgency|for the first time|at the same time|the vast majority|one in five|one in three|year on year|up to date|in real
terms|of the population|the previous Government|I beg to move|give way|will the Minister|does he agree|lessons will be
learned|time has passed|keep children safe|mental health services|special educational needs|early years
provision|pupil premium|multi-academy trust|teacher recruitment|apprenticeship levy|bus franchising|flood
defences|energy bills|food banks|private rented sector|no-fault eviction|leasehold reform|victims and survivors|burden
of proof|balance of probabilities|rape crisis centre|domestic abuse|county lines|knife crime|neighbourhood
policing|stop and search|online safety|age verification|data protection
"""

GIVEN = """Aldith Branwell Corisande Dunstan Eluned Fenella Garrick Hespera Ismay Jocasta Kenelm Lettice Merrick Nesta
Osric Perpetua Quenby Rosamund Saffron Thurstan Ursula Venetia Wystan Xanthe Yolande Zillah Anoushka Bashir Chioma
Dilnoza Emeka Farzana Gurbaksh Hyacinth Imran Jaswinder Khadija Léonie Mairéad Siân""".split()
SURNAME_ENDINGS = "by wick thorpe combe mere stow garth bourne holt worth".split()

ONSETS = """b b bl br ch cl d d dr f fl fr g gl gr h h j k l l l m m m n n p p pl pr qu r r r s s s sc sp st str t t t
th tr v w wh y""".split()
VOWELS = ["é", *("a a e e i o a e i o u u ai ea ee oa ou y ie".split() * 5)]
CODAS = [*[""] * 14, *"n r l s m d nd rd st ll ss ng rk".split()]
ENDINGS = ["", *"tion ment ness ity er al ous ance ly".split()]
INFLECTIONS = ("s", "ed", "ing")


def shared(share: float, weights: list[float]) -> list[float]:
    total = sum(weights)
    return [share * weight / total for weight in weights]


def _zipf(count: int, steepness: float) -> list[float]:
    return [1 / rank**steepness for rank in range(1, count + 1)]


@cache
def vocabulary() -> list[str]:
    """Every word there is, the most frequent first; the same in every library."""
    chance = Random("vocabulary")
    words = dict.fromkeys(HEAD.split())
    while len(words) < VOCABULARY:
        word = _made_word(chance, 2)
        ending = chance.choice(ENDINGS)
        forms = (word, *(word + inflection for inflection in INFLECTIONS)) if not ending else (word + ending,)
        words.update(dict.fromkeys(forms))
    return list(words)[:VOCABULARY]


def _made_word(chance: Random, syllables: int) -> str:
    return "".join(chance.choice(part) for _ in range(syllables) for part in (ONSETS, VOWELS, CODAS))


@cache
def phrases() -> list[str]:
    """Words that recur side by side, the most frequent first."""
    known = [" ".join(phrase.split()) for phrase in PHRASES.split("|")]
    chance, words = Random("phrases"), vocabulary()
    made = (" ".join(chance.choices(words[100:2000], k=chance.choice((2, 2, 3, 4)))) for _ in range(500))
    return [*known, *made]


@cache
def persons() -> list[str]:
    """People who do not exist, those most often quoted first."""
    chance = Random("persons")
    surnames = (_made_word(chance, 1).capitalize() + chance.choice(SURNAME_ENDINGS) for _ in range(5000))
    return list(dict.fromkeys(f"{chance.choice(GIVEN)} {surname}" for surname in surnames))


@cache
def common_text() -> tuple[list[str], list[float]]:
    """Everybody's words and phrases with their cumulative weights; what is left to 1 is for a note's own."""
    words, sets = vocabulary(), phrases()
    weights = [*shared(0.55, _zipf(len(words), STEEPNESS)), *shared(0.06, _zipf(len(sets), 0.8))]
    return [*words, *sets], list(accumulate(weights))


@cache
def debate_sentences() -> tuple[str, ...]:
    """Sentences of real debates without a name in them, where BRIEFING_FIXTURES says there are any."""
    folder = os.environ.get("BRIEFING_FIXTURES")
    found: dict[str, None] = {}
    for path in sorted(Path(folder, "hansard").glob("*.xml")) if folder else ():
        for paragraph in re.findall(r"<p [^>]*>(.*?)</p>", path.read_bytes().decode("utf-8", "replace"), re.DOTALL):
            plain = " ".join(html.unescape(re.sub(r"<[^>]+>", "", paragraph)).split())
            found.update(dict.fromkeys(filter(_is_fit, re.split(r"(?<=[.?!]) (?=[A-Z])", plain))))
    return tuple(found)


def _is_fit(sentence: str) -> bool:
    """Whether a sentence has the length of a quotation and, but for its first word, nothing that could be a name."""
    later = sentence.split()[1:]
    return (
        14 <= len(later) <= 79
        and sentence.isprintable()
        and not any(word != "I" and word[0].isupper() for word in later)
    )
