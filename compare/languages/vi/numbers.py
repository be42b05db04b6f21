"""Vietnamese quantities as data."""


from compare.languages.language_pack import NumberWords
from compare.languages.vi.units import GLUED, MONEY, NO_UNITS, UNITS

_DIGITS = {word: number for number, word in enumerate("một hai ba bốn năm sáu bảy tám chín".split(), start=1)}
_ONES = {word: number for word, number in _DIGITS.items() if word != "năm"}  # "hai mươi năm" is twenty years, 25 is "hai mươi lăm"
_LAST = {**_ONES, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7}  # forms that stand after tens
_CARDINALS = {
    **_DIGITS,
    "bẩy": 7,
    "mười": 10,
    **{f"mười {word}": 10 + number for word, number in _LAST.items()},
    **{f"{tens} mươi": 10 * number for tens, number in _DIGITS.items() if number > 1},
    **{f"{tens} mươi {word}": 10 * many + number for tens, many in _DIGITS.items() if many > 1 for word, number in _LAST.items()},
    **{f"{word} chục": 10 * number for word, number in _DIGITS.items()},
    **{word: number for word, number in _LAST.items() if number in {1, 4, 5}},
}
_SCALES = {
    "trăm": 1e2,
    "nghìn": 1e3,
    "ngàn": 1e3,
    "k": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "tr": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
    "t": 1e9,
}
_NUMBERISH = r"\d|mươi|mười|trăm|linh|lẻ|nghìn|ngàn|triệu|tỷ|tỉ|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|chục|mốt|tư|lăm"
# "năm" is also the year: five opens a number, stands behind "linh" and "phẩy", or before a scale; elsewhere it is what was counted.
_FIVE = (
    r"(?:(?<=(?:linh|lẻ|phẩy|phần) )năm|năm(?= (?:mươi|trăm|nghìn|ngàn|vạn|chục|triệu|tỷ|tỉ|phẩy|phần)(?!\p{L}))"
    rf"|(?<!(?:{_NUMBERISH}) )năm(?! (?:tháng|nay|qua|trước|sau|người ta)(?!\p{{L}})))"
)
# "tư" and "mốt" are numbers behind a scale only: "hai trăm linh tư".
_BEHIND = {word: rf"(?<=(?:linh|lẻ|trăm|nghìn|ngàn|triệu|tỷ|tỉ) ){word}" for word in ("tư", "mốt", "lăm", "nhăm")}
_MEASURES = "|".join(sorted({unit.split()[0] for unit in UNITS if unit[0].isalpha()}, key=lambda word: (-len(word), word)))
_DIGIT = r"(?:một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín)"
_VICTIM = r"(?:người|hành khách|nạn nhân|em|cháu|bé|binh sĩ|cảnh sát)\s{1,3}(?:\p{L}+\s{1,3})?(?:chết|thiệt mạng|tử vong|tử nạn|mất tích|bị thương|thương vong|sống sót)"

NUMBERS = NumberWords(
    decimal_mark=",",
    cardinals=_CARDINALS,
    guards={"năm": _FIVE, **_BEHIND},
    joins=frozenset(["linh", "lẻ", "không trăm", "không trăm linh", "không trăm lẻ"]),
    tenth_behind_scale=True,
    zeros=frozenset(["không"]),
    points=frozenset(["phẩy", "phảy"]),
    fraction_words=frozenset(["phần"]),
    denominators={**_CARDINALS, "tư": 4},
    indefinite=frozenset(),
    sure_shares=frozenset([*_CARDINALS, *(word for form in _CARDINALS for word in form.split())]),
    ands=frozenset(["và"]),
    halves=frozenset(["rưỡi", "rưởi"]),
    minus=frozenset(["âm", "trừ"]),
    single=frozenset(["một"]),
    # "một năm" is rarely a count, "một tiếng nổ" is a noise and no hour
    never_single=frozenset("day week month year decade tiếng bộ lượng khối bảng ký độ lạng tệ đô chỉ đồng".split()),
    single_counts=rf"(?<=ít nhất )một|một(?=\s{_VICTIM})",
    alone=frozenset([*_DIGITS, "bẩy", "mười", *_BEHIND]),
    glued=frozenset(GLUED),
    per=frozenset(["mỗi", "một", "trên", "/"]),
    share_before=frozenset("chiếm tới còn bằng đạt là được tăng giảm với mất".split()),
    share_behind=frozenset("số tổng dân diện quãng thời lượng sản khối cổ thế của thành chặng lãnh đại phần".split()),
    scales=_SCALES,
    units=UNITS,
    money=frozenset(MONEY.values()),
    coins={"usd": {"cent": 100}, "eur": {"cent": 100}},
    hedges={
        **dict.fromkeys(("gần", "khoảng", "chừng", "xấp xỉ", "ước chừng", "ước tính", "ước khoảng", "vào khoảng", "cỡ", "tầm", "ngót", "độ", "trên dưới", "cỡ khoảng", "gần đến", "ngót nghét", "suýt soát"), "about"),
        **dict.fromkeys(("hơn", "trên", "ít nhất", "tối thiểu", "không dưới", "không ít hơn", "ít nhất là", "quá", "vượt", "nhiều hơn"), "at least"),
        **dict.fromkeys(("tối đa", "chưa đầy", "dưới", "không quá", "chưa đến", "chưa tới", "ít hơn", "nhiều nhất", "chỉ chưa đầy", "thấp hơn"), "at most"),
    },
    range_words=("đến", "tới", "cho đến"),
    names_before=frozenset(
        (
            "thứ|hạng|số|vị trí|lần thứ|khoản|mục|phụ lục|chương|phần|tập|vòng|bảng|lượt|quận|phường|tổ|thôn|ấp|xóm|khóa|kỳ|ngõ|ngách|"
            "hẻm|kênh|đường|quốc lộ|tỉnh lộ|ql|tl|phòng|lớp|khối|bậc|cấp|loại|top|quý|phiên bản|ghế|phân khu|đợt|nhóm|group|tuyến|"
            "kiệt|lô|cổng|km|ca|biển số|biển kiểm soát|bks|số hiệu|mã số|mã|chuyến bay|nghị định|nghị quyết|thông tư|quyết định|"
            "công văn|văn bản|nhiệm kỳ|thế kỷ|thế hệ|trung đoàn|tiểu đoàn|sư đoàn|lữ đoàn|bộ binh|phân đội|đại đội"
        ).split("|")
    ),
    sums_before=frozenset(["tổng", "trong"]),
    name_figure=(
        r"\d+(?:[-/.]\d+)*+(?!\d|[.,]\d|\s?%)"
        r"(?!\s(?:nghìn|ngàn|triệu|tỷ|tỉ|người|hành khách|nạn nhân|công nhân|học sinh|bệnh nhân|đối tượng|km|m|mét|usd|đồng|tuổi|năm|tháng|ngày|giờ|phút)\b)"
    ),
    not_quantities=(
        # bare dates, should nobody have read them before
        r"(?i:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm)\s{1,3}\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)",
        rf"(?i:ngày|mùng|mồng)\s{{1,3}}\d{{1,2}}(?!\d|[.,]\d|\s{{0,3}}(?:%|{_MEASURES}|nghìn|ngàn|triệu|tỷ|tỉ|trăm|vạn)(?!\p{{L}}))",
        r"(?<!\d\s)(?i:tháng)\s{1,3}\d{1,2}(?![\d.,])",
        r"(?<!\p{L})(?i:năm|từ năm|sn|sinh năm)\s{1,3}\d{4}(?:\s?[-–]\s?\d{4})?(?!\d)",
        r"(?<!\d)\d{4}\s?[-–]\s?(?:19|20)\d\d(?!\d)",
        r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)",
        # names with digits: weekdays and ordinals, roads, flats, laws, models, plates, competitions
        r"(?<!\p{L}|\d\s|\d)(?i:phút(?:\s{1,3}thứ)?|phút bù giờ)\s{1,3}\d+(?:\+\d+)?(?!\d|\s{0,3}giây)",
        # an article of a law; "điều 15 xe" sends fifteen vehicles
        r"(?<!\p{L})(?:Điều\s{1,3}\d+|điều\s{1,3}\d+(?=\s{0,3}(?:[,;.)]|$|khoản|điểm|bộ luật|luật|nghị định|hiến pháp|của|quy định)))",
        # 4G, 5S, 12A: models, networks, classes; not 220V, 10K
        r"(?<![\d.,])\d+[A-GIJN-SUX-ZĐ](?![\p{L}\d])",
        r"(?<!\d)\d+[A-ZĐ]\d?\s?[-–.]?\s?\d[\d.]*",
        r"(?<![\p{L}\d/])\d+(?:/\d+)*+/(?:NĐ|QĐ|TT|NQ|CT|CV|TB|KH|BC|UBND|TTg|BGD|BTC)[\p{L}\d/-]*",
        r"(?<!\d)\d+[/-]\p{Lu}[\p{L}\d/-]*",
        r"(?<![\d.,])(?:0|\+?84)[\d. ]{8,12}\d(?!\d)",
        r"(?i:sđt|điện thoại|đt|hotline|tel)\s{0,3}:?\s{0,3}[\d.\s()-]{6,}",
        r"(?<!\p{L})[PQF]\.?\s?\d{1,2}(?!\d)",
        r"(?<!\p{L})\p{Lu}{1,3}\s?-\s?\d{3,}",
        r"(?<!\p{L})(?i:boeing|airbus|iphone|galaxy|ipad|windows|euro|world cup|asiad|sea games|covid|u|apollo|channel|formula)[\s-]?\d+(?:-\d+)?",
        r"(?<!\d)\d+\s?[-–:]\s?\d+(?=\s{1,3}(?:trước|nghiêng|cho|ở|trên sân|sau)\b)",
        r"(?<!\p{L})(?i:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|gỡ hòa|cầm hòa|kết quả)\s{1,3}(?:\p{L}+\s{1,3}){0,2}\d+\s?[-–]\s?\d+(?:\s?[-–]\s?\d+)?",
        # written-out words that are rarely numbers
        r"(?<!\p{L})(?i:thứ)\s\d+(?:/\d+)*+(?!\d)",
        rf"(?<!\p{{L}})(?i:thứ)\s(?:nhất|nhì|{_DIGIT}|mười)(?!\p{{L}})(?:\s(?:mươi|trăm|nghìn|ngàn|triệu)(?:\s(?:linh\s|lẻ\s)?{_DIGIT}(?!\p{{L}}))?+)*+(?:(?<=mười)\s{_DIGIT}(?!\p{{L}}))?",
        rf"(?<!\p{{L}})(?i:một)\s(?={'|'.join(NO_UNITS)})",
        r"(?<!\p{L})(?i:một số|một trong|một phần(?!\s(?:hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?!\p{L}))|mười mươi|ba lô|ba mẹ|ba má|chín muồi|hai bên|cả hai)(?!\p{L})",
        r"(?<!\p{L})(?i:vài|mấy|hàng|dăm)\s{1,3}(?:ba\s{1,3}|chục\s{1,3}|trăm\s{1,3}|nghìn\s{1,3}|ngàn\s{1,3}|vạn\s{1,3}|triệu\s{1,3}|tỷ\s{1,3})+",
    ),
    head_first=True,
    count_stops=frozenset(
        "đã đang sẽ bị được và hoặc hay của ở tại trong ngoài trên dưới từ đến tới với cho vì do bởi theo để mà thì là có không cũng chỉ còn vẫn lại "
        "này đó kia nay trước sau qua vào ra lên xuống khi nếu nhưng tuy như so cùng gồm bao phải cần nên rồi nữa những các một mỗi mọi giữa về bằng "
        "thông nói cho biết chết thiệt tử hôm ngày sáng chiều tối thuộc mang trở cộng trừ gần hơn khoảng chừng nhằm tham đi chạy bay rơi nằm nhập".split()
    ),
)
