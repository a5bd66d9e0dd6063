"""Words around personal names in telegrams: titles, particles, and words that are no names."""

from typing import Final

from redact.detectors.folding import folded_words

HONORIFICS: Final = folded_words(
    """
    mr mrs ms miss dr prof professor sir dame lord lady m mme mlle sr sra srta senor senora don
    dona herr frau signor signora sheikh shaykh sheik haji hajj hajji mullah maulana mawlana
    imam ayatollah hojjatoleslam rabbi rev reverend father bishop archbishop cardinal pastor
    brother sister prince princess king queen emir amir sultan crown hon honorable excellency he
    hrh gen general ltg mg bg maj major brig brigadier col colonel ltc lt lieutenant capt
    captain cdr commander adm admiral sgt sergeant cpl corporal marshal engineer eng ing lic
    """
)
"""Folded; they go out with the name, for they tell sex and rank."""

OFFICES: Final = folded_words(
    """
    president vice prime minister deputy foreign defense defence interior finance justice trade
    secretary undersecretary assistant acting former director chief head chairman chairwoman
    chairperson chair governor mayor senator congressman deputy mp mep ambassador consul charge
    counselor counsellor attache adviser advisor legal political economic economics press
    spokesman spokeswoman spokesperson commissioner judge justice prosecutor attorney lawyer
    journalist editor reporter activist businessman businesswoman banker parliamentarian
    parliament leader official officer contact source dg ceo cfo manager representative delegate
    envoy special national security permanent state party opposition ministry bureau office
    department embassy consulate police army navy air force intelligence service council
    committee board chamber central bank university institute
    """
)
"""Folded; a run of capitals that has nothing else in it is a function, no name."""

PARTICLES: Final = folded_words(
    "al el bin ben ibn bint abu abd abdul ad as at ould van von der den de del della di da do dos "
    "das du des la le las los ter ten zu y e st san santa"
)

NO_NAMES: Final = folded_words(
    """
    a about according added admitted after again against agreed all also although am an and
    another any are argued as asked at be because been before being believed believes between
    both but by called can cautioned claimed comment commented complained concluded confided
    confirmed contact contacted contacts could declined denied described despite did discussed
    do during each emboff emboffs embassy end even explained few for from gave had has have
    he heard her here him his how however i if in indicated informed insisted into is it its
    joined learned like lunch many meanwhile meeting mentioned met more most moreover my
    nevertheless no nor not note noted now observed of off on once one only opined or our out
    over per pointed poloff poloffs econoff econoffs polcouns econcouns dcm conoff rso pao
    polchief recent recently remarked replied reported reports responded revealed said same saw
    says separately several she since so some source sources spoke stated still stressed subject
    such suggested summary that the their them then there they this those though through to
    today told tomorrow toward two under until up upon urged us usg very visited visiting warned
    was we were what when where whether which while who whom whose why will with within without
    would yesterday yet you your monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december
    """
)
"""Folded; where everything stands in capitals, a name begins behind the nearest of them."""

MONTHS: Final = folded_words(
    "january february march april may june july august september october november december"
)

NAMES_TOO: Final = folded_words(
    """
    he will may april june august said amir emir sultan prince princess don dona imam eng ing hon
    major pastor bishop justice king lord
    """
)
"""Folded; words that are no names, titles or months, and names besides."""

NO_PEOPLE: Final = folded_words(
    """
    united states kingdom nations union republic america american north south east west northern
    southern eastern western new saudi arabia sri lanka costa rica puerto el salvador emirates arab
    european african asian latin middle white house supreme court high general assembly human rights
    washington january monday airport city street avenue river lake mount island islands sea ocean
    coast province region district county valley party act law treaty agreement conference summit
    company corporation group times post daily news agency foundation association federation
    organization organisation programme program project development world international global
    """
)
"""Folded; words of the names of countries, places, houses and laws."""

SPEECH: Final = (
    r"(?:said|says|told|noted|notes|added|stated|claimed|claims|explained|reported|confirmed"
    r"|warned|"
    r"admitted|stressed|argued|commented|confided|complained|opined|replied|responded|revealed|"
    r"remarked|observed|indicated|insisted|mentioned|suggested|believes|believed|thinks|thought|"
    r"described|predicted|acknowledged|asserted|maintained|underscored|emphasized|cautioned|denied|"
    r"informed|advised|urged|asked|shared|recounted|related)"
)
