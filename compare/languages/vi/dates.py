"""Vietnamese dates and times of day as data."""


from compare.languages.language_pack import DateWords

_MONTHS = {
    **{name: number for number, name in enumerate("một hai ba tư năm sáu bảy tám chín mười".split(), start=1)},
    "chạp": 12,
    "giêng": 1,
    "bốn": 4,
    "mười một": 11,
    "mười hai": 12,
}
_WEEKDAYS = {
    **{f"thứ {name}": number for number, name in enumerate("hai ba tư năm sáu bảy".split())},
    **{f"thứ {number + 2}": number for number in range(6)},
    "thứ bẩy": 5,
    "chủ nhật": 6,
    "chúa nhật": 6,
}
_RELATIVE_DAYS = {
    "hôm nay": 0,
    "ngày hôm nay": 0,
    "hôm qua": -1,
    "ngày hôm qua": -1,
    "hôm kia": -2,
    "ngày mai": 1,
    "ngày kia": 2,
    **{f"{part} nay": 0 for part in ("sáng", "trưa", "chiều", "tối", "đêm", "sáng hôm", "chiều hôm", "tối hôm")},
    **{f"{part} qua": -1 for part in ("sáng", "trưa", "chiều", "tối", "đêm", "sáng hôm", "trưa hôm", "chiều hôm", "tối hôm", "đêm hôm")},
    "rạng sáng nay": 0,
    "rạng sáng qua": -1,
    "rạng sáng mai": 1,
    "hôm kìa": -3,
    "sáng mai": 1,
    "chiều mai": 1,
    "tối mai": 1,
}
_RELATIVE_SPANS = {
    "tuần trước": ("week", -1),
    "tuần này": ("week", 0),
    "tuần tới": ("week", 1),
    "tuần sau": ("week", 1),
    "tháng trước": ("month", -1),
    "tháng này": ("month", 0),
    "tháng tới": ("month", 1),
    "tháng sau": ("month", 1),
    "năm ngoái": ("year", -1),
    "năm trước": ("year", -1),
    "năm nay": ("year", 0),
    "năm tới": ("year", 1),
    "năm sau": ("year", 1),
}

_ONES = "một hai ba bốn năm sáu bảy tám chín".split()
_TAILS = {**{word: number for number, word in enumerate(_ONES, start=1)}, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}
_UNTIL_SIXTY = {
    **_TAILS,
    "mười": 10,
    **{f"mười {word}": 10 + number for word, number in _TAILS.items() if word not in {"mốt", "tư"}},
    **{f"{tens} mươi": 10 * many for many, tens in enumerate(_ONES, start=1) if many > 1},
    **{f"{tens} mươi {word}": 10 * many + number for many, tens in enumerate(_ONES, start=1) if many > 1 for word, number in _TAILS.items()},
}
_NUMERALS = {**_UNTIL_SIXTY, "không": 0, "hai nghìn": 2000, "hai ngàn": 2000, **{f"một {word} {many} trăm": 1000 + hundreds for word in ("nghìn", "ngàn") for many, hundreds in (("tám", 800), ("chín", 900))}}

_DIGIT = r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_BELOW_32 = rf"(?:mười(?: {_DIGIT})?|hai mươi(?: {_DIGIT})?|ba mươi(?: mốt| một)?|{_DIGIT})"
_BELOW_100 = rf"(?:mười(?: {_DIGIT})?|{_DIGIT} mươi(?: {_DIGIT})?|(?:(?:linh|lẻ) )?{_DIGIT})"
_SPOKEN_DAY = rf"(?P<day>(?i:{_BELOW_32}))"
_SPOKEN_YEAR = rf"(?P<year>(?i:hai (?:nghìn|ngàn)(?: không trăm)?|một (?:nghìn|ngàn) (?:tám|chín) trăm)(?i: {_BELOW_100})?)"

_D = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_M = r"(?P<month>0?[1-9]|1[0-2])"
_Y = r"(?P<year>(?:1[89]|20)\d\d)"
_NAMED = r"(?P<month>(?i:mười một|mười hai|giêng|chạp|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))"
_BEGIN = r"(?<![\p{L}\p{N}_]|[\p{N}][/.,:-])"
_END = r"(?![\p{L}\p{N}_]|[/.,-]\d|[/-]\p{Lu})"
_PART = r"(?i:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều muộn|chiều|tối muộn|tối|đêm khuya|đêm|khuya)"
_LEAD = rf"(?:(?:{_PART}\s)?(?i:ngày|hôm|mùng|mồng)\s(?:mùng\s|mồng\s)?|{_PART}\s)"
_DATE = rf"{_D}(?P<sep>[/.-]){_M}(?:(?P=sep){_Y})?"
_IN_WORDS = rf"(?:{_D}|{_SPOKEN_DAY})\s(?i:tháng)\s(?:{_M}|{_NAMED})(?:(?:\s?,?\s?(?i:năm)\s|\s?[,/-]?\s?){_Y}|\s(?i:năm)\s{_SPOKEN_YEAR})?"
_WEEKDAY = r"(?P<weekday>(?i:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật))"
_SURE_WEEKDAY = r"(?P<weekday>(?:t|T)hứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy|Bẩy)|(?i:chủ nhật|chúa nhật))"
_DAY_WORDS = "|".join(sorted(_RELATIVE_DAYS, key=lambda word: (-len(word), word)))
_SPAN_WORDS = "|".join(sorted(_RELATIVE_SPANS, key=lambda word: (-len(word), word)))
_WEEKS = "|".join(word for word in _RELATIVE_SPANS if word.startswith("tuần"))
# Beside a weekday. "Hôm thứ Năm tới hiện trường" is on Thursday and came; "thứ Năm sau khi", "thứ Năm trước trận đấu" are no other Thursday.
_NO_VERB = r"(?<!(?i:hôm)\s\p{L}{3,4}\s\p{L}{3,4}\s)(?!\s\p{Lu})"
_NO_LINK = r"(?!\s(?:khi|lúc|đó|đây|vụ|cuộc|trận|chuyến|buổi|ngày|giờ|đêm|cơn|lễ|phiên|sự|tai|hàng|nhiều|một|hai|ba|\d))"
_SURELY_BESIDE = rf"\s(?P<relative>vừa qua|vừa rồi|mới rồi|sắp tới|tới đây|{_NO_VERB}tới(?!\s(?:nơi|nay|dự|thăm|gặp|hiện|trường|nhà|sân|khi)))"
_BESIDE = rf"(?:\s(?P<relative>{_WEEKS}|(?:sau|trước){_NO_LINK}|này)|{_SURELY_BESIDE})"
_YEARS = "|".join(word for word in _RELATIVE_SPANS if word.startswith("năm"))
# "hai năm trước" is two years ago, not the year before.
_MANY = r"(?i:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|chục|vài|mấy|nhiều|những|các)"
# Words before a bare "d/m" that make it an address, a fraction or a rate.
_NO_DATE = r"(?<!(?i:số|đường|phố|hẻm|ngõ|ngách|tổ|lô|kiệt|phường|quận|tỷ lệ|tỉ lệ|tỷ số|tỉ số|khu|khoảng|gần|hơn|chiếm|đến|quảng trường|sân|cầu|tương đương) )"
_NO_COUNT = r"(?!\s?(?:%|số|người|thành viên|phiếu|tỉnh|trường|trận|lần|thế giới|dân|diện tích|đại biểu|bàn|ca|vụ|xe|hộ|em|xã|huyện|km|m\b|ha\b))"

# Times of day; these patterns see lower-cased text.
_FREE = r"(?<![\p{L}\p{N}_]|\p{N}[/.,:-])"
_SPOKEN_HOUR = r"(?:mười(?: (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?|hai mươi(?: (?:mốt|hai|ba|tư))?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|không(?= giờ (?:\d|[^\s]+ (?:[^\s]+ ){0,2}phút)))"
_HOUR = rf"(?P<hour>[01]?\d|2[0-4]|{_SPOKEN_HOUR})"
_SPOKEN_MINUTE = rf"(?:mười(?: {_DIGIT})?|(?:hai|ba|bốn|năm) mươi(?: {_DIGIT})?|{_DIGIT})(?= phút)"
_MINUTE = rf"(?P<minute>[0-5]\d|[1-9](?=\s?(?:phút|p\b))|{_SPOKEN_MINUTE})"
_SECOND = rf"(?:(?P<second>[0-5]?\d)\s?(?:giây|s)|(?P<second>(?:(?:mười|(?:hai|ba|bốn|năm) mươi)(?: {_DIGIT})?|{_DIGIT}))(?= giây)\sgiây)"
# A time on its own; a ratio, a score or the clock of a player ("0:00 / 0:00") is none.
_NO_RATIO = r"(?<![\p{L}\p{N}_]|\p{N}[/.,:]|(?<!:\d\d)[-–]|/ )(?<!(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số|tỷ lệ là|tỉ lệ là|thắng|thua|hòa) )"
_HALF = r"(?P<half>sáng|trưa|chiều|tối)"
_STOP = r"(?![\p{L}\p{N}_])"

DATES = DateWords(
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    relative_days=_RELATIVE_DAYS,
    relative_spans=_RELATIVE_SPANS,
    turns={"tới": 1, "tới đây": 1, "sắp tới": 1, "vừa qua": -1, "vừa rồi": -1, "mới rồi": -1, "này": 0},
    plans=r"sẽ|sắp|dự kiến|dự định|chuẩn bị|(?:lên|có) kế hoạch",
    plan_ends=(
        r"nói|cho biết|cho hay|tuyên bố|thông báo|khẳng định|xác nhận|công bố|phát biểu|trả lời|kể|viết|sau|kể từ|vụ|trận|xảy ra|đã|từng|người|khi"
        r"|vì|mà|nhưng|hôm|trước đó"
    ),
    past_leads=("hôm",),
    opener=(
        r"(?<![\p{L}\p{N}_])(?:(?P<digit>\d{1,4}(?=[/.-]\d{1,2}(?!\d)|\s?[-–]\s?\d|\s(?i:tháng))|(?<=(?i:sn|sinh năm|sn:)\s?)(?:1[89]|20)\d\d)"
        r"|(?P<lead>(?i:ngày|hôm|mùng|mồng|rạng|sáng|trưa|chiều|tối|đêm|khuya)(?=\s))"
        r"|(?P<weekday>(?i:thứ(?=\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7]))|chủ nhật|chúa nhật))"
        r"|(?P<month>(?i:tháng)(?=\s))|(?P<year>(?i:năm)(?=\s))|(?P<span>(?i:tuần)(?=\s))"
        rf"|(?P<spoken>(?i:{_BELOW_32})(?=\s(?i:tháng))))"
    ),
    patterns=(
        # hôm Chủ nhật (29/1), thứ Sáu ngày 18/11/2022, thứ Tư, 25-5: one date, the explicit part decides
        ("lead weekday", rf"{_BEGIN}(?:{_LEAD})?{_WEEKDAY}(?:,?\s?\(|,\s?|\s)(?:{_LEAD})?(?:{_DATE}|{_IN_WORDS}){_END}\)?"),
        ("lead digit spoken", rf"{_BEGIN}(?:{_LEAD})?(?:{_DATE}|{_IN_WORDS})(?:\s?\(|,\s?){_WEEKDAY}{_END}\)?"),
        ("lead", rf"{_BEGIN}(?P<relative>(?i:{_DAY_WORDS}))(?:\s?\(|,?\s)(?:{_LEAD})?(?:{_DATE}|{_IN_WORDS}){_END}\)?"),
        # hôm nay là thứ Hai, hôm qua (thứ Ba): the day is certain, the weekday belongs to it
        ("lead", rf"{_BEGIN}(?P<relative>(?i:{_DAY_WORDS}))(?:\s?\(|,?\s)(?:là\s)?{_WEEKDAY}{_END}\)?"),
        # ngày 8/8, sáng 8.8, ngày 8-8-2016, 8/8/2016, 20 tháng 5 năm 2016
        ("lead", rf"{_BEGIN}{_LEAD}{_DATE}(?:\s(?P<relative>(?i:{_YEARS})))?{_END}"),
        ("digit", rf"{_BEGIN}{_D}(?P<sep>[/.-]){_M}(?P=sep){_Y}{_END}"),
        ("lead digit spoken", rf"{_BEGIN}(?:{_LEAD})?{_IN_WORDS}(?:\s(?P<relative>(?i:{_YEARS})))?{_END}"),
        ("lead", rf"{_BEGIN}{_LEAD}(?:{_D}|{_SPOKEN_DAY})\s(?P<relative>(?i:tháng trước|tháng này|tháng tới|tháng sau)){_END}"),
        # (29/1), 23/5; a day not above its month is rather a fraction or a share
        ("digit", rf"(?<=\(){_D}/{_M}(?=\))"),
        ("digit", rf"{_BEGIN}{_NO_DATE}(?:(?P<day>1[3-9]|2\d|3[01])/{_M}|(?P<day>0[1-9])/(?P<month>0[1-9]|1[0-2])){_END}{_NO_COUNT}"),
        # ngày 22 và 24/5, 22-24/5, từ ngày 22 đến 24/5: the first takes the month of the second
        ("lead digit", rf"{_BEGIN}(?:{_LEAD})?{_D}(?=\s?[-–]\s?\d\d?/{_M}(?:/{_Y})?{_END})"),
        ("lead", rf"{_BEGIN}{_LEAD}{_D}(?=\s?(?:,|và|đến|tới)\s?(?:ngày\s)?\d\d?(?:/|\stháng\s){_M}(?:[/.]{_Y})?{_END})"),
        # tháng 5/2016, tháng 5 2016, tháng Năm năm ngoái, tháng 5; "tháng 5 tới" is left open
        ("month", rf"{_BEGIN}(?i:tháng)\s(?:{_M}|{_NAMED})(?:\s?[/-]\s?|\s(?i:năm)\s|\s?,\s?|\s){_Y}{_END}"),
        ("month", rf"{_BEGIN}(?i:tháng)\s(?:{_M}|{_NAMED})\s(?i:năm)\s{_SPOKEN_YEAR}{_END}"),
        ("month", rf"{_BEGIN}(?i:tháng)\s(?:{_M}|{_NAMED})\s(?P<relative>(?i:{_YEARS})){_END}"),
        ("month", rf"{_BEGIN}(?<!\d\s)(?i:tháng)\s{_M}{_END}(?!\s(?:tới|sau|tuổi|lần)\b)"),
        (
            "month",
            rf"{_BEGIN}(?i:(?<=hồi |trong |từ |vào |cuối |đầu |giữa |đến )tháng)\s(?P<month>(?i:giêng|chạp|tư|sáu|bảy|tám|chín|mười một|mười hai|mười)){_END}",
        ),
        # năm 2016, sinh năm 1990
        ("year", rf"{_BEGIN}(?i:năm)\s(?:{_Y}|{_SPOKEN_YEAR}){_END}"),
        ("digit", rf"(?<=\((?i:sn|sinh năm|sn:)\s?){_Y}{_END}"),
        # thứ Sáu; lower-case "thứ hai" alone is an ordinal
        ("lead weekday", rf"{_BEGIN}(?:{_LEAD})?{_SURE_WEEKDAY}{_BESIDE}?{_END}"),
        ("lead weekday", rf"{_BEGIN}(?:{_LEAD}|(?<=(?i:vào|từ|đến|hôm|ngày) )){_WEEKDAY}{_BESIDE}?{_END}"),
        ("weekday", rf"{_BEGIN}{_WEEKDAY}{_SURELY_BESIDE}{_END}"),
        ("weekday", rf"{_BEGIN}{_WEEKDAY}\s(?P<relative>{_WEEKS}){_END}"),
        ("lead", rf"{_BEGIN}(?P<relative>(?i:{_DAY_WORDS})){_END}"),
        ("span month year", rf"{_BEGIN}(?<!{_MANY}\s)(?P<relative>(?i:{_SPAN_WORDS})){_END}"),
    ),
    clock_opener=rf"(?<![\p{{L}}\p{{N}}_])(?:\d{{1,2}}\s?(?:h|g|:\d|rưỡi)|{_SPOKEN_HOUR}\s(?:giờ|rưỡi))",
    numerals=_NUMERALS,
    clock_patterns=(
        # 14h30, 14 giờ 15 phút chiều, 2 giờ chiều
        rf"{_FREE}{_HOUR}\s?(?:h|g|giờ)\s?{_MINUTE}(?:\s?(?:phút|p|'))?(?:\s?{_SECOND})?(?:\s{_HALF})?{_STOP}",
        rf"{_FREE}{_HOUR}\s?(?:h\s?|giờ\s|(?<=\s))(?P<thirty>rưỡi)(?:\s{_HALF}){_STOP}",
        rf"{_FREE}{_HOUR}\s?(?:h|giờ)\s(?:kém)\s(?P<less>\d{{1,2}}|{_SPOKEN_MINUTE})(?:\s?phút)?(?:\s{_HALF})?{_STOP}",
        rf"{_FREE}{_HOUR}\s?(?:h|g|giờ)\s(?P<half>sáng|trưa|chiều|tối){_STOP}",
        rf"{_FREE}(?P<hour>[6-9]|1[01])\s?(?:h|giờ)\s(?P<half>đêm|khuya){_STOP}",
        rf"{_FREE}{_HOUR}\s?(?:h|giờ)\s(?:rạng sáng|(?:đêm|khuya)){_STOP}",
        # lúc 9:30, 9:30 sáng, 14 giờ ngày 8/8: without such a word an hour is a duration
        rf"(?<=\b(?:lúc|vào|hồi|khoảng|tới|trước|từ|đến)\s){_HOUR}:{_MINUTE}(?::(?P<second>[0-5]\d))?(?:\s{_HALF})?{_STOP}",
        rf"{_NO_RATIO}{_HOUR}:(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?!:|\s?/|[.,]\d|\s?[-–]\s?\d{{1,3}}(?![\d:])){_STOP}",
        rf"{_FREE}{_HOUR}:{_MINUTE}\s{_HALF}{_STOP}",
        rf"{_FREE}{_HOUR}\s?(?:h|giờ)(?=\s(?:gmt|utc|est|edt|pst|pdt|cst|cet|jst|kst|giờ địa phương|giờ (?:hà nội|việt nam|quốc tế))(?!\p{{L}}))",
        rf"(?<=\b(?:lúc|vào lúc|hồi|vào hồi|vào khoảng|lúc khoảng|lúc gần|lúc hơn)\s){_HOUR}\s?(?:h|giờ)(?!\s?\d)(?:\s{_HALF})?{_STOP}",
        rf"{_FREE}{_HOUR}\s?(?:h|g|giờ)(?=,?\s(?:cùng ngày|ngày\s|hôm nay|hôm qua|\d{{1,2}}[/-]\d|\(giờ))",
        rf"(?<=\bkhoảng\s){_HOUR}h(?=\s)",
        # Đến khoảng 20g, …; 17h, trời mưa lớn: an hour that opens a sentence
        rf"(?<=\b(?:lúc|vào|đến|tới)\skhoảng\s){_HOUR}[gh](?=,\s)",
        rf"^{_HOUR}h(?=,\s)",
    ),
    half_days={"sáng": 0, "trưa": 0, "chiều": 12, "tối": 12, "đêm": 12, "khuya": 12},
)
