"""Vietnamese units and counters as data: surface -> canonical key."""

# Words that count things; the number stays a plain count, and they belong to what is counted.
_COUNTERS = frozenset(
    "người|hành khách|chiếc|con|cái|vụ|ca|quả|viên|cuốn|bức|tấm|ngôi|căn|ngôi nhà|xe|tàu|máy bay|trường hợp|nạn nhân|đối tượng|nghi phạm|nghi can|"
    "nước|quốc gia|tỉnh|thành phố|huyện|xã|phường|quận|công ty|doanh nghiệp|ngân hàng|trường|bệnh viện|học sinh|sinh viên|em|cháu|bé|trẻ em|trẻ|công nhân|"
    "phụ nữ|nam giới|binh sĩ|lính|cảnh sát|chiến sĩ|cán bộ|đại biểu|ứng viên|ứng cử viên|thành viên|thuyền viên|nhân viên|hộ|hộ dân|gia đình|khách|"
    "du khách|tên|ông|bà|anh|chị|cô|bị can|bị cáo|thi thể|dự án|phòng|tòa|tầng|lô|thùng|hộp|gói|bao|túi|chai|lon|bàn|bàn thắng|trận|trận đấu|điểm|"
    "giải|huy chương|phiếu|lá phiếu|phát|phát súng|quả bom|tên lửa|lần|cuộc|đợt|chuyến|chuyến bay|đoàn|nhóm|tổ chức|mẫu|loại|sản phẩm|bộ|cây|cầu|tuyến|"
    "điểm nóng|khu|khu vực|lớp|đội|cầu thủ|mạng người|sinh mạng|suất|vé|thẻ|tài khoản|bài|trang|câu|thanh niên|thiếu niên|thiếu nữ|nữ sinh|nam sinh".split("|")
)
# Nouns that begin with a unit: "hai đồng đội" are two mates, "ba tiếng nổ" three blasts.
NO_UNITS = (
    "đồng đội|đồng nghiệp|đồng phạm|đồng chí|đồng minh|đồng hồ|đồng bọn|đồng hương|đồng bào|đồng xu|xu hướng|tiếng nổ|tiếng súng|tiếng động|tiếng kêu|"
    "tiếng hét|tiếng nói|độ tuổi|bảng đấu|khối tài sản"
).split("|")
# Prefixes in all their spellings, and the bases that take them.
_PREFIXES = {
    "n": ("na nô", "nano"),
    "µ": ("mi crô", "micro"),
    "m": ("mi li", "mili", "milli"),
    "c": ("xăng ti", "xen ti", "centi", "xenti"),
    "d": ("đề xi", "deci"),
    "k": ("ki lô", "kilô", "kilo"),
    "mega": ("mê ga", "mega", "mêga"),
    "g": ("gi ga", "giga"),
    "t": ("tê ra", "tera"),
}
_SCIENCE = (  # base spellings, key, prefixes in use, and how the key with a prefix is written
    (("mét", "met"), "m", "nµmcdk"),
    (("gam", "gram"), "g", "µmk"),
    (("lít", "lit"), "l", "md"),
    (("oát", "watt", "woát"), "w", "k mega g t"),
    (("oát giờ", "watt giờ", "oát trên giờ"), "wh", "k mega g"),
    (("vôn", "volt"), "v", "mk"),
    (("am pe", "ampe"), "a", "m"),
    (("hẹc", "héc", "hertz", "héc-xơ"), "hz", "k mega g"),
    (("bai", "byte", "bít"), "b", "k mega g t"),
    (("pa xcan", "pascal"), "pa", "k mega"),
)
_LETTER = {"mega": "m"}


def _science() -> dict[str, str]:
    """``mi li gam``, ``mi-li-gam`` and ``miligam`` are ``mg``; so with every prefix and base."""
    found: dict[str, str] = {}
    for bases, key, prefixes in _SCIENCE:
        found |= dict.fromkeys(bases, key)
        kinds = prefixes.split() if " " in prefixes else prefixes
        for kind in kinds:
            forms = {
                form
                for prefix in _PREFIXES[kind]
                for base in bases
                for form in (f"{prefix} {base}", f"{prefix}{base}", f"{prefix.replace(' ', '-')}-{base}", f"{prefix.replace(' ', '')}{base}")
            }
            found |= dict.fromkeys(forms, _LETTER.get(kind, kind) + key)
    return found


_AREAS = {
    f"{surface} {word}": f"{key}{power}"
    for surface, key in _science().items()
    if key in {"m", "km", "cm", "dm", "mm"}
    for word, power in (("vuông", 2), ("khối", 3))
}
# One letter, or a word in its own right: a unit only right behind its figure.
GLUED = "p s v w t k ma kb".split()
# Surface -> unit of money. What stands here is money wherever sums are compared.
MONEY: dict[str, str] = {
    **dict.fromkeys(("đồng", "vnđ", "vnd", "₫", "đ", "đồng việt nam", "việt nam đồng"), "vnd"),
    **dict.fromkeys(("usd", "đô la mỹ", "đô la", "đô-la", "đôla", "đô la mĩ", "đôla mỹ", "đô-la mỹ", "mỹ kim", "$", "us$", "đô"), "usd"),
    **dict.fromkeys(("euro", "eur", "€", "ơ-rô"), "eur"),
    **dict.fromkeys(("bảng anh", "bảng", "gbp", "£"), "gbp"),
    **dict.fromkeys(("won", "krw", "₩"), "krw"),
    **dict.fromkeys(("yên", "yên nhật", "jpy", "yen"), "jpy"),
    **dict.fromkeys(("nhân dân tệ", "ndt", "tệ", "cny", "rmb"), "cny"),
    **dict.fromkeys(("rúp", "rub", "ruble"), "rub"),
    **dict.fromkeys(("baht", "bạt"), "thb"),
    **dict.fromkeys(("rupee", "rupi", "₹"), "inr"),
    **dict.fromkeys(("đô la úc", "aud", "đôla úc"), "aud"),
    **dict.fromkeys(("đô la singapore", "sgd"), "sgd"),
    **dict.fromkeys(("đài tệ", "twd", "tân đài tệ"), "twd"),
    **dict.fromkeys(("$#", "us$#", "usd#"), "usd"),
    "€#": "eur",
    "£#": "gbp",
    "¥#": "jpy",
    "₩#": "krw",
    **dict.fromkeys(("xu", "xu mỹ", "cent"), "cent"),
    **dict.fromkeys(("ơ rô", "ơrô", "đồng euro"), "eur"),
    **dict.fromkeys(("¥", "yên nhật bản", "đồng yên"), "jpy"),
    **dict.fromkeys(("ru pi", "rupee ấn độ"), "inr"),
    **dict.fromkeys(("đô la canada", "đô la ca na đa", "cad", "đô canada"), "cad"),
    **dict.fromkeys(("đô la hồng kông", "đô la hong kong", "hkd"), "hkd"),
    **dict.fromkeys(("đô la đài loan", "đô la đài"), "twd"),
    **dict.fromkeys(("đô la new zealand", "nzd"), "nzd"),
    **dict.fromkeys(("đô la xin-ga-po", "đô la sing", "đô sing"), "sgd"),
    **dict.fromkeys(("đô úc", "đô la australia"), "aud"),
    **dict.fromkeys(("franc thụy sĩ", "phrăng thụy sĩ", "chf"), "chf"),
    **dict.fromkeys(("kíp lào", "lak"), "lak"),
    **dict.fromkeys(("riel", "riên", "khr"), "khr"),
    **dict.fromkeys(("peso", "php"), "php"),
    **dict.fromkeys(("ringgit", "rinh-git", "myr"), "myr"),
    **dict.fromkeys(("rupiah", "idr"), "idr"),
    **dict.fromkeys(("bitcoin", "btc"), "btc"),
    "euro#": "eur",
    "vnd#": "vnd",
}
UNITS = {
    **_science(),
    **_AREAS,
    **dict.fromkeys((*_COUNTERS, *NO_UNITS), ""),
    **dict.fromkeys(("%", "phần trăm"), "%"),
    **dict.fromkeys(("tuổi",), "age"),
    **dict.fromkeys(("km", "ki-lô-mét", "ki lô mét", "kilômét", "kilomet", "kilômet", "cây số"), "km"),
    **dict.fromkeys(("km/h", "km/giờ", "km một giờ"), "km/h"),
    **dict.fromkeys(("m", "mét"), "m"),
    **dict.fromkeys(("cm", "xăng-ti-mét", "centimet"), "cm"),
    **dict.fromkeys(("mm", "mi-li-mét", "milimet"), "mm"),
    **dict.fromkeys(("hải lý",), "nmi"),
    **dict.fromkeys(("dặm",), "mile"),
    **dict.fromkeys(("feet", "ft", "bộ anh"), "ft"),
    **dict.fromkeys(("kg", "ký", "ki-lô-gam", "kilogram", "kilôgam"), "kg"),
    **dict.fromkeys(("g", "gam", "gram", "gr"), "g"),
    **dict.fromkeys(("mg",), "mg"),
    **dict.fromkeys(("tấn",), "ton"),
    **dict.fromkeys(("tạ",), "quintal"),
    **dict.fromkeys(("ha", "héc-ta", "hecta", "hécta", "héc ta"), "ha"),
    **dict.fromkeys(("m2", "m²", "mét vuông"), "m2"),
    **dict.fromkeys(("km2", "km²", "ki-lô-mét vuông", "kilômét vuông"), "km2"),
    **dict.fromkeys(("m3", "m³", "mét khối", "khối"), "m3"),
    **dict.fromkeys(("lít", "l"), "l"),
    **dict.fromkeys(("ml",), "ml"),
    **dict.fromkeys(("độ c", "°c", "oc", "độ bách phân", "ºc"), "°c"),
    **dict.fromkeys(("độ f", "°f"), "°f"),
    **dict.fromkeys(("độ richter", "độ rích-te", "richter", "độ ríchte", "độ rích te"), "magnitude"),
    **dict.fromkeys(("mw",), "mw"),
    **dict.fromkeys(("kwh",), "kwh"),
    **dict.fromkeys(("giây",), "second"),
    **dict.fromkeys(("phút",), "minute"),
    **dict.fromkeys(("giờ", "tiếng", "tiếng đồng hồ", "h", "giờ đồng hồ"), "hour"),
    **dict.fromkeys(("ngày", "hôm"), "day"),
    **dict.fromkeys(("tuần",), "week"),
    **dict.fromkeys(("tháng",), "month"),
    **dict.fromkeys(("năm",), "year"),
    **dict.fromkeys(("thập kỷ", "thập niên"), "decade"),
    **dict.fromkeys(("lượng vàng", "cây vàng", "lượng"), "tael"),
    **dict.fromkeys(("cm2", "cm²"), "cm2"),
    **dict.fromkeys(("cm3", "cm³", "cc"), "cm3"),
    **dict.fromkeys(("mm2", "mm²"), "mm2"),
    "dm": "dm",
    **dict.fromkeys(("m/s", "mét trên giây", "mét/giây"), "m/s"),
    **dict.fromkeys(("inch", "inches", "in-sơ"), "inch"),
    **dict.fromkeys(("pound", "lb", "lbs"), "lb"),
    **dict.fromkeys(("ounce", "oz"), "oz"),
    **dict.fromkeys(("thùng dầu",), "barrel"),
    **dict.fromkeys(("lạng",), "hg"),
    **dict.fromkeys(("sào",), "sao"),
    **dict.fromkeys(("công đất",), "cong"),
    **dict.fromkeys(("độ k", "°k"), "k"),
    "v": "v",
    **{surface: surface for surface in ("kv", "mv", "w", "kw", "gw", "tw", "mwh", "gwh", "ma")},
    **{surface: surface for surface in ("hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "kpa", "mpa", "kwp", "µm", "nm", "µg", "dl", "mm³")},
    **dict.fromkeys(("mã lực", "hp", "sức ngựa"), "hp"),
    **dict.fromkeys(("calo", "kcal", "ki lô calo", "kilocalo"), "kcal"),
    **dict.fromkeys(("đề xi ben", "decibel", "db", "đê xi ben"), "db"),
    **dict.fromkeys(("điểm phần trăm",), "%"),
    **dict.fromkeys(("phần nghìn", "‰"), "‰"),
    **dict.fromkeys(("độ",), "°"),
    **dict.fromkeys(("p", "phút đồng hồ", "min"), "minute"),
    **dict.fromkeys(("s",), "second"),
    **dict.fromkeys(("thế kỷ", "thế kỉ"), "century"),
    **dict.fromkeys(("terabyte",), "tb"),
    **MONEY,
}
