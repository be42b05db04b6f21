"""Vietnamese quantities as data."""
# ruff: noqa: ISC004 - a word list or a pattern is read more easily in one piece

from compare.languages.pack import NumberWords

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
    "hai chục": 20,
    "một chục": 10,
}
_SCALES = {
    "trăm": 1e2,
    "trăm linh": 1e2,
    "trăm lẻ": 1e2,
    "nghìn": 1e3,
    "ngàn": 1e3,
    "nghìn linh": 1e3,
    "k": 1e3,
    "vạn": 1e4,
    "triệu": 1e6,
    "tr": 1e6,
    "tỷ": 1e9,
    "tỉ": 1e9,
}
# Words that count things; the number stays a plain count, and they belong to what is counted.
_COUNTERS = frozenset(
    "người|hành khách|chiếc|con|cái|vụ|ca|quả|viên|cuốn|bức|tấm|ngôi|căn|ngôi nhà|xe|tàu|máy bay|trường hợp|nạn nhân|đối tượng|nghi phạm|nghi can|"
    "nước|quốc gia|tỉnh|thành phố|huyện|xã|phường|quận|công ty|doanh nghiệp|ngân hàng|trường|bệnh viện|học sinh|sinh viên|em|cháu|bé|trẻ em|trẻ|công nhân|"
    "phụ nữ|nam giới|binh sĩ|lính|cảnh sát|chiến sĩ|cán bộ|đại biểu|ứng viên|ứng cử viên|thành viên|thuyền viên|nhân viên|hộ|hộ dân|gia đình|khách|"
    "du khách|tên|ông|bà|anh|chị|cô|bị can|bị cáo|thi thể|dự án|phòng|tòa|tầng|lô|thùng|hộp|gói|bao|túi|chai|lon|bàn|bàn thắng|trận|trận đấu|điểm|"
    "giải|huy chương|phiếu|lá phiếu|phát|phát súng|quả bom|tên lửa|lần|cuộc|đợt|chuyến|chuyến bay|đoàn|nhóm|tổ chức|mẫu|loại|sản phẩm|bộ|cây|cầu|tuyến|"
    "điểm nóng|khu|khu vực|lớp|đội|cầu thủ|mạng người|sinh mạng|suất|vé|thẻ|tài khoản|bài|trang|câu|thanh niên|thiếu niên|thiếu nữ|nữ sinh|nam sinh".split("|")
)
_UNITS = {
    **dict.fromkeys(_COUNTERS, ""),
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
    **dict.fromkeys(("lượng vàng", "cây vàng", "lượng"), "tael"),
    **dict.fromkeys(("$#", "us$#", "usd#"), "usd"),
    "€#": "eur",
    "£#": "gbp",
    "¥#": "jpy",
    "₩#": "krw",
}
_MEASURES = "|".join(sorted((u for u in _UNITS if u.isalpha() or " " in u), key=lambda word: (-len(word), word)))
# "tháng" after "năm": years and months; "nay", "qua" are no units and keep the year a year.
_WRITTEN_SAFE = rf"(?!\s+(?:mươi|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|chục|{_MEASURES}|phần trăm)(?!\p{{L}}))"
_ONE_OF = r"(?:nghìn|ngàn|trăm|vạn|triệu|tỷ|tỉ|chục|km|kg|mét|tấn|ha|héc-ta|phần trăm|phút|giây)"
_VICTIM = r"(?:người|hành khách|nạn nhân|em|cháu|bé|binh sĩ|cảnh sát)\s+(?:\p{L}+\s+)?(?:chết|thiệt mạng|tử vong|tử nạn|mất tích|bị thương|thương vong|sống sót)"

NUMBERS = NumberWords(
    decimal_mark=",",
    cardinals=_CARDINALS,
    scales=_SCALES,
    units=_UNITS,
    hedges={
        **dict.fromkeys(("gần", "khoảng", "chừng", "xấp xỉ", "ước chừng", "ước tính", "ước khoảng", "vào khoảng", "cỡ", "tầm", "ngót", "độ"), "about"),
        **dict.fromkeys(("hơn", "trên", "ít nhất", "tối thiểu", "không dưới", "không ít hơn", "ít nhất là", "quá", "vượt", "nhiều hơn"), "at least"),
        **dict.fromkeys(("tối đa", "chưa đầy", "dưới", "không quá", "chưa đến", "chưa tới", "ít hơn", "nhiều nhất", "chỉ chưa đầy", "thấp hơn"), "at most"),
    },
    range_words=("đến", "tới", "cho đến"),
    not_quantities=(
        # bare dates, should nobody have read them before
        r"(?i:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm)\s+\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)",
        rf"(?i:ngày|mùng|mồng)\s+\d{{1,2}}(?!\d|[.,]\d|\s*(?:%|{_MEASURES}|nghìn|ngàn|triệu|tỷ|tỉ|trăm|vạn)(?!\p{{L}}))",
        r"(?<!\d\s)(?i:tháng)\s+\d{1,2}(?![\d.,])",
        r"(?<!\p{L})(?i:năm|từ năm|sn|sinh năm)\s+\d{4}(?:\s?[-–]\s?\d{4})?(?!\d)",
        r"(?<!\d)\d{4}\s?[-–]\s?(?:19|20)\d\d(?!\d)",
        r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)",
        # names with digits: weekdays and ordinals, roads, flats, laws, models, plates, competitions
        r"(?<!\p{L})(?i:thứ|hạng|số|vị trí|lần thứ|khoản|mục|phụ lục|chương|phần|tập|vòng|bảng|lượt|quận|phường|tổ|thôn|ấp|xóm|khóa|kỳ|ngõ|ngách|hẻm|"
        r"kênh|đường|quốc lộ|tỉnh lộ|ql|tl|phòng|lớp|khối|bậc|cấp|loại|top|quý|phiên bản|ghế|phân khu|đợt|nhóm|group|tuyến|kiệt|lô|cổng|km|ca|"
        r"biển số|biển kiểm soát|bks|số hiệu|mã số|mã|chuyến bay|nghị định|nghị quyết|thông tư|quyết định|công văn|văn bản|nhiệm kỳ|thế kỷ|thế hệ|trung đoàn|tiểu đoàn|sư đoàn|lữ đoàn|bộ binh|phân đội|đại đội)"
        r"\s*:?\s+(?:số\s+)?\d+(?:[-/.]\d+)*(?!\d|[.,]\d|\s*%)(?!\s+(?:nghìn|ngàn|triệu|tỷ|tỉ|người|hành khách|nạn nhân|công nhân|học sinh|bệnh nhân|đối tượng|km|m|mét|usd|USD|đồng|tuổi|năm|tháng|ngày|giờ|phút)\b)",
        r"(?<!\p{L})(?i:phút(?:\s+thứ)?|phút bù giờ)\s+\d+(?:\+\d+)?(?!\s*giây)",
        # an article of a law; "điều 15 xe" sends fifteen vehicles
        r"(?<!\p{L})(?:Điều\s+\d+|điều\s+\d+(?=\s*(?:[,;.)]|$|khoản|điểm|bộ luật|luật|nghị định|hiến pháp|của|quy định)))",
        r"(?<!\d)\d+[A-ZĐ]\d?\s?[-–.]?\s?\d[\d.]*",
        r"(?<![\p{L}\d/])\d+(?:/\d+)*+/(?:NĐ|QĐ|TT|NQ|CT|CV|TB|KH|BC|UBND|TTg|BGD|BTC)[\p{L}\d/-]*",
        r"(?<!\d)\d+[/-]\p{Lu}[\p{L}\d/-]*",
        r"(?<![\d.,])(?:0|\+?84)[\d. ]{8,12}\d(?!\d)",
        r"(?i:sđt|điện thoại|đt|hotline|tel)\s*:?\s*[\d.\s()-]{6,}",
        r"(?<!\p{L})[PQF]\.?\s?\d{1,2}(?!\d)",
        r"(?<!\p{L})\p{Lu}{1,3}\s?-\s?\d{3,}",
        r"(?<!\p{L})(?i:boeing|airbus|iphone|galaxy|ipad|windows|euro|world cup|asiad|sea games|covid|u|apollo|channel|formula)[\s-]?\d+(?:-\d+)?",
        r"(?<!\d)\d+\s?[-–:]\s?\d+(?=\s+(?:trước|nghiêng|cho|ở|trên sân|sau)\b)",
        r"(?<!\p{L})(?i:tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|gỡ hòa|cầm hòa|kết quả)\s+(?:\p{L}+\s+){0,2}\d+\s?[-–]\s?\d+(?:\s?[-–]\s?\d+)?",
        r"(?<!\d)\d+/\d+",
        # written-out words that are rarely numbers
        rf"(?<!\p{{L}})(?i:hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười(?!\s+(?:một|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín)(?!\p{{L}})))(?!\p{{L}}){_WRITTEN_SAFE}(?<!mươi \p{{L}}+)(?<!mười \p{{L}}+)(?<!trăm \p{{L}}+)(?<!nghìn \p{{L}}+)",
        rf"(?<!\p{{L}})(?i:năm)(?!\p{{L}})(?:\s+(?:tháng|nay|qua|trước|sau|người ta)(?!\p{{L}})|{_WRITTEN_SAFE})(?<!(?:\d|mươi|mười|trăm|linh|lẻ|nghìn|ngàn|triệu|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|chục|mốt|tư|lăm)\s?năm(?:\s\p{{L}}+)?)",
        rf"(?<!\p{{L}}|mươi )(?i:một)(?!\p{{L}})(?!\s+{_ONE_OF}(?!\p{{L}}))(?!\s+{_VICTIM})(?<!(?:mười|ít nhất|linh|lẻ) một)",
        r"(?<!\p{L})(?i:mốt|tư|lăm|nhăm)(?!\p{L})(?<!(?:mươi|mười) \p{L}+)",
        r"(?<!\p{L})(?i:một số|một trong|một phần|một trăm phần trăm|mười mươi|ba lô|ba mẹ|ba má|chín muồi|hai bên|cả hai|thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?!\p{L})",
        r"(?<!\p{L})(?i:vài|mấy|hàng|dăm)\s+(?:ba\s+|chục\s+|trăm\s+|nghìn\s+|ngàn\s+|vạn\s+|triệu\s+|tỷ\s+)+",
    ),
    head_first=True,
    count_stops=frozenset(
        "đã đang sẽ bị được và hoặc hay của ở tại trong ngoài trên dưới từ đến tới với cho vì do bởi theo để mà thì là có không cũng chỉ còn vẫn lại "
        "này đó kia nay trước sau qua vào ra lên xuống khi nếu nhưng tuy như so cùng gồm bao phải cần nên rồi nữa những các một mỗi mọi giữa về bằng "
        "thông nói cho biết chết thiệt tử hôm ngày sáng chiều tối thuộc mang trở cộng trừ gần hơn khoảng chừng nhằm tham đi chạy bay rơi nằm nhập".split()
    ),
)
