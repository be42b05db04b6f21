"""Vietnamese words by which sentences are cut and read."""

from compare.languages.pack import SentenceWords

SENTENCES = SentenceWords(
    letters="ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    abbreviations=frozenset("tp tx tt q p h ts ths pgs gs bs ks ls nsnd nsưt tr st đ mr mrs ms dr no vs jr sr".split()),
    stop_words=frozenset(
        """là và của có được trong cho các những một này đã với ở tại khi từ đến ra vào do bị cũng theo về như để người ông bà anh chị
        sẽ đang không nhiều hơn trên sau trước thì mà nên còn rằng đó nếu vì vẫn lại chỉ rất qua tới việc hay hoặc cùng mình họ nó bởi
        đây sự cuộc vụ hôm ngày lúc thêm nói biết""".split()
    ),
    negations=frozenset(["không", "chưa", "chẳng", "không hề", "bác bỏ", "phủ nhận", "từ chối", "chưa hề", "không còn", "chẳng hề"]),
    titles=frozenset(
        [
            *"ông bà anh chị em cô chú bác cụ cháu".split(),
            *("tổng thống", "phó tổng thống", "thủ tướng", "phó thủ tướng", "bộ trưởng", "thứ trưởng", "ngoại trưởng", "tổng thư ký"),
            *("chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "tổng giám đốc", "phát ngôn viên", "người phát ngôn", "đại sứ"),
            *("đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "thượng úy", "trung úy", "đại tướng", "thượng tướng", "trung tướng"),
            *("thiếu tướng", "bác sĩ", "luật sư", "giáo sư", "tiến sĩ", "ca sĩ", "diễn viên", "nhà báo", "bí thư", "trưởng phòng"),
            *("nghị sĩ", "thượng nghị sĩ", "hạ nghị sĩ", "thống đốc", "thị trưởng", "giáo hoàng", "vua", "nữ hoàng", "hoàng tử", "tư lệnh"),
            *("huấn luyện viên", "hlv", "cầu thủ", "tiền đạo", "thủ lĩnh", "lãnh đạo", "tài xế", "thuyền trưởng", "hiệu trưởng"),
        ]
    ),
    personal_titles=frozenset("ông bà anh chị em cô chú bác cụ cháu".split()),
    pronouns=frozenset(["ông", "bà", "anh", "chị", "cô", "ông ấy", "bà ấy", "anh ấy", "cô ấy", "ông này", "bà này", "vị này", "người này"]),
    speech_verbs=frozenset(
        [
            *("nói", "cho biết", "cho hay", "tuyên bố", "khẳng định", "nhấn mạnh", "cảnh báo", "phát biểu", "chia sẻ", "thừa nhận", "nhận định"),
            *("nói thêm", "nói rằng", "cho rằng", "kêu gọi", "bày tỏ", "trả lời", "giải thích", "kể", "kể lại", "viết", "thông báo", "xác nhận"),
            *("tiết lộ", "phủ nhận", "bác bỏ", "lên án", "chỉ trích", "đề nghị", "yêu cầu", "dẫn lời", "lưu ý", "đánh giá", "tố cáo", "tâm sự"),
        ]
    ),
    attributions=frozenset(["theo", "theo lời", "dẫn lời", "trích lời", "dẫn nguồn"]),
    institutions=frozenset(
        """công bệnh cảnh sở bộ ủy uỷ tòa toà trường đại ngân tập viện cục tổng hội liên ban phòng trung nhà báo đài hãng tổ chính quốc quân
        hiệp học khu xã huyện tỉnh thành quận đảng chi văn khoa đội đồn trạm hạt hợp mặt đoàn bảo""".split()
    ),
    # An empty key: words that only begin like a country's name.
    name_aliases={
        **dict.fromkeys(
            ["ý kiến", "ý nghĩa", "ý tưởng", "ý thức", "ý định", "ý chí", "pháp luật", "pháp lệnh", "pháp lý", "pháp y", "đức tin", "đức hạnh"], ""
        ),
        **dict.fromkeys(["nhật báo", "nhật ký", "mỹ thuật", "mỹ phẩm", "mỹ nhân", "mỹ linh", "mỹ tâm", "nga my", "anh em", "lào cai"], ""),
        "mỹ": "us", "hoa kỳ": "us", "hợp chúng quốc hoa kỳ": "us", "washington": "us", "nhà trắng": "white house", "anh quốc": "uk",
        "vương quốc anh": "uk", "nước anh": "uk", "pháp": "france", "đức": "germany", "nga": "russia", "liên bang nga": "russia",
        "moscow": "russia", "mát-xcơ-va": "russia", "điện kremlin": "russia", "kremlin": "russia", "trung quốc": "china", "bắc kinh": "china",
        "nhật bản": "japan", "nhật": "japan", "tokyo": "japan", "hàn quốc": "south korea", "nam hàn": "south korea", "đại hàn": "south korea",
        "seoul": "south korea", "triều tiên": "north korea", "bắc hàn": "north korea", "bắc triều tiên": "north korea",
        "bình nhưỡng": "north korea", "ukraine": "ukraine", "ukraina": "ukraine", "kiev": "ukraine", "kyiv": "ukraine", "úc": "australia",
        "australia": "australia", "ý": "italy", "italia": "italy", "italy": "italy", "tây ban nha": "spain", "bồ đào nha": "portugal",
        "thổ nhĩ kỳ": "turkey", "ấn độ": "india", "ba lan": "poland", "na uy": "norway", "thụy điển": "sweden", "thụy sĩ": "switzerland",
        "hà lan": "netherlands", "bỉ": "belgium", "hy lạp": "greece", "ai cập": "egypt", "đài loan": "taiwan", "thái lan": "thailand",
        "campuchia": "cambodia", "lào": "laos", "việt nam": "vietnam", "philippines": "philippines", "indonesia": "indonesia",
        "malaysia": "malaysia", "singapore": "singapore", "liên hợp quốc": "un", "liên hiệp quốc": "un", "lhq": "un",
        "hội đồng bảo an liên hợp quốc": "un security council", "hội đồng bảo an": "un security council", "liên minh châu âu": "eu",
        "liên hiệp châu âu": "eu", "liên âu": "eu", "eu": "eu", "nato": "nato", "tổ chức hiệp ước bắc đại tây dương": "nato",
        "nhà nước hồi giáo": "islamic state", "is": "islamic state", "tp.hcm": "hcmc", "tphcm": "hcmc", "tp hcm": "hcmc",
        "thành phố hồ chí minh": "hcmc", "tp hồ chí minh": "hcmc", "tp.hồ chí minh": "hcmc", "sài gòn": "hcmc", "châu á": "asia",
        "châu âu": "europe", "châu á-thái bình dương": "asia-pacific", "châu á - thái bình dương": "asia-pacific",
    },
    whole_names_capitalised=False,
    name_starters=frozenset(
        """theo tuy nhiên trong ngoài tại khi sau trước đây đó này những các một ngày hôm sáng chiều tối trưa hiện hiện nay cùng với do vì
        nếu để từ đến vào lúc được bị không chưa chúng tôi chúng ta họ ông bà anh chị cô em người nhiều cả mặc dù đồng thời đặc biệt
        ngoài ra bên cạnh về phần như vậy có rất đáp lại cũng nhưng và tất nhiên rõ ràng văn phòng truyền thông cuộc
        ở tỉnh tàu xã huyện sông đảo cầu quận phường thành phố đường núi biển chùa hồ thị trấn làng thôn ấp vụ""".split()
    ),
    stem_letters=0,
    synonyms={
        "hỏa tiễn": "tên lửa", "hoả tiễn": "tên lửa", "phi đạn": "tên lửa", "rocket": "tên lửa", "phi cơ": "máy bay", "tàu bay": "máy bay",
        "gởi": "gửi", "binh sĩ": "lính", "binh lính": "lính", "quân nhân": "lính", "khai triển": "triển khai", "xe hơi": "ô tô",
        "xe ôtô": "ô tô", "ôtô": "ô tô", "thiệt mạng": "chết", "tử vong": "chết", "tử nạn": "chết", "qua đời": "chết", "tổn thương": "bị thương",
        "hỏa hoạn": "cháy", "đám cháy": "cháy", "bệnh viện": "bệnh viện", "nhà thương": "bệnh viện", "liên hiệp": "liên minh",
        "viện trợ": "hỗ trợ", "trợ giúp": "hỗ trợ", "giúp đỡ": "hỗ trợ", "chuyến công du": "chuyến thăm", "cáo buộc": "tố cáo",
        "bình nhưỡng": "triều tiên", "bắc hàn": "triều tiên", "nam hàn": "hàn quốc", "hoa kỳ": "mỹ", "kiev": "ukraine", "kyiv": "ukraine",
        "moscow": "nga", "bắc kinh": "trung quốc", "seoul": "hàn quốc", "tokyo": "nhật bản", "liên hiệp quốc": "liên hợp quốc",
        "cảnh sát": "công an", "tỉ": "tỷ", "quí": "quý", "xảy đến": "xảy ra", "diễn ra": "xảy ra", "bày tỏ": "bày tỏ", "thúc giục": "kêu gọi",
        "đề nghị": "kêu gọi", "hối thúc": "kêu gọi",
    },
)
