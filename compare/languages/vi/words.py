"""Vietnamese words by which sentences are cut and read."""

from compare.languages.language_pack import SentenceWords, SpeechWords
from compare.languages.vi.names import ALIASES, NAMES
from compare.languages.vi.synonyms import SYNONYMS

SENTENCES = SentenceWords(
    letters="ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    rare_letters="ơưảạằẳẵắặầẩẫấậẻẽẹềểễếệỉịỏọồổỗốộờởỡớợủụừửữứựỳỷỹỵ",
    abbreviations=frozenset("tp tx tt q p h ts ths pgs gs bs ks ls nsnd nsưt tr st đ cki ckii mr mrs ms dr no vs jr sr".split()),
    closing=frozenset("q p h đ t tr no jr sr".split()),
    states=frozenset(),
    opening=frozenset(
        """theo tuy trong khi sau trước ngày hôm sáng chiều tối trưa đêm hiện tại cùng với do vì nếu để vào lúc ông bà anh chị cô em họ người
        nhiều các những một ngoài bên về như có rất nhưng và tất công lực cơ đây đó này tuy đến qua riêng được bị không chưa cả mặc""".split()
    ),
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
            *("đại tá", "thượng tá", "trung tá", "thiếu tá", "đại úy", "đại uý", "thượng úy", "thượng uý", "trung úy", "trung uý", "thiếu úy", "thiếu uý", "ủy viên", "uỷ viên", "đại tướng", "thượng tướng", "trung tướng"),
            *("thiếu tướng", "bác sĩ", "luật sư", "giáo sư", "tiến sĩ", "ca sĩ", "diễn viên", "nhà báo", "bí thư", "trưởng phòng"),
            *("nghị sĩ", "thượng nghị sĩ", "hạ nghị sĩ", "thống đốc", "thị trưởng", "giáo hoàng", "vua", "nữ hoàng", "hoàng tử", "tư lệnh"),
            *("tổng bí thư", "chủ tịch nước", "tổng thư kí", "thẩm phán", "công tố viên", "phó chủ nhiệm", "chủ nhiệm", "viện trưởng", "vụ trưởng"),
            *("cục trưởng", "phó cục trưởng", "tổng tư lệnh", "phó tư lệnh", "chánh văn phòng", "tổng lãnh sự", "phó giáo sư", "thạc sĩ", "bác sỹ"),
            *("hoa hậu", "á hậu", "người mẫu", "đầu bếp", "hoa khôi"),
            *("nhà báo", "phóng viên", "nghị viên", "dân biểu", "nữ diễn viên", "nam diễn viên", "nghệ sĩ", "nhạc sĩ", "đạo diễn", "cựu tổng thống"),
            *("cố vấn", "thái tử", "công chúa", "trùm", "tướng", "sĩ quan", "phi công", "cơ trưởng", "nạn nhân", "nghi phạm", "bị cáo", "bị can"),
            *("nhà lãnh đạo", "huấn luyện viên trưởng", "hậu vệ", "thủ môn", "tiền vệ", "giám đốc điều hành", "hành khách", "ngư dân"),
            *("huấn luyện viên", "hlv", "cầu thủ", "tiền đạo", "thủ lĩnh", "lãnh đạo", "tài xế", "thuyền trưởng", "hiệu trưởng"),
        ]
    ),
    personal_titles=frozenset("ông bà anh chị em cô chú bác cụ cháu".split()),
    pronouns=frozenset(["ông", "bà", "anh", "chị", "cô", "ông ấy", "bà ấy", "anh ấy", "cô ấy", "ông này", "bà này", "vị này", "người này"]),
    speech_verbs=frozenset(
        [
            *("nói", "cho biết", "cho hay", "tuyên bố", "khẳng định", "nhấn mạnh", "cảnh báo", "phát biểu", "chia sẻ", "thừa nhận", "nhận định"),
            *("nói thêm", "nói rằng", "cho rằng", "kêu gọi", "bày tỏ", "trả lời", "giải thích", "kể", "kể lại", "viết", "thông báo", "xác nhận"),
            *("tiết lộ", "phủ nhận", "bác bỏ", "lên án", "chỉ trích", "đề nghị", "yêu cầu", "dẫn lời", "lưu ý", "chỉ ra", "đánh giá", "tố cáo", "tâm sự"),
        ]
    ),
    attributions=frozenset(["theo", "theo lời", "dẫn lời", "trích lời", "dẫn nguồn"]),
    institutions=frozenset(
        """công bệnh cảnh sở bộ ủy uỷ tòa toà trường đại ngân tập viện cục tổng hội liên ban phòng trung nhà báo đài hãng tổ chính quốc quân
        hiệp học khu xã huyện tỉnh thành quận đảng chi văn khoa đội đồn trạm hạt hợp mặt đoàn bảo""".split()
    ),
    name_aliases=ALIASES,
    whole_names_capitalised=False,
    name_starters=frozenset(
        """theo tuy nhiên trong ngoài tại khi sau trước đây đó này những các một ngày hôm sáng chiều tối trưa hiện hiện nay cùng với do vì
        nếu để từ đến vào lúc được bị không chưa chúng tôi chúng ta họ ông bà anh chị cô em người nhiều cả mặc dù đồng thời đặc biệt
        ngoài ra bên cạnh về phần như vậy có rất đáp lại cũng nhưng và tất nhiên rõ ràng văn phòng truyền thông cuộc
        ở tỉnh tàu xã huyện sông đảo cầu quận phường thành phố đường núi biển chùa hồ thị trấn làng thôn ấp vụ nhóm hãng tờ báo đài kênh trang bão nghi phạm nạn trùm phía bên""".split()
    ),
    stem_letters=0,
    synonyms=SYNONYMS,
    names=NAMES,
    speech=SpeechWords(
        not_subjects=frozenset(
            """của với về vợ chồng con mẹ cha bố gái trai em nhà đình cùng cho và gặp như mặt từ sư chống bởi so hỏi gọi bắt đưa thăm tố
            tại trên bên""".split()
        ),
        words_of=frozenset(["theo lời", "dẫn lời", "trích lời"]),
        passives=frozenset(["bị", "được"]),
        relatives=frozenset(["người", "vốn", "từng", "nguyên"]),
        articles=frozenset(["vị", "cựu", "cố", "phó"]),
        adverbs=frozenset("vừa mới tiếp tục thẳng thắn liền chính thức từng hãng tin mạnh mẽ chiều sáng tối nay qua".split()),
    ),
)
