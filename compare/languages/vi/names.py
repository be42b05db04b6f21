"""Vietnamese names of countries, capitals and bodies, and the words that tell them from other names."""

from compare.languages.language_pack import NameWords
from compare.languages.vi.countries import COUNTRIES

# Other names of northern and overseas usage; an empty key: words that only begin like a country's name.
ALIASES = {
    **COUNTRIES,
    **dict.fromkeys(
        ["ý kiến", "ý nghĩa", "ý tưởng", "ý thức", "ý định", "ý chí", "pháp luật", "pháp lệnh", "pháp lý", "pháp y", "đức tin", "đức hạnh"], ""
    ),
    **dict.fromkeys(["nhật báo", "nhật ký", "mỹ thuật", "mỹ phẩm", "mỹ nhân", "mỹ linh", "mỹ tâm", "nga my", "anh em", "lào cai"], ""),
    **dict.fromkeys(["anh chị", "anh hùng", "anh trai", "anh ta", "anh ấy", "anh này", "áo dài", "thái độ", "thái bình dương"], ""),
    **dict.fromkeys(["nga hoàng", "pháp trường", "pháp sư", "nhật trình", "mỹ nữ", "mỹ học", "washington post", "nhật thực"], ""),
    "mỹ": "us", "hợp chúng quốc hoa kỳ": "us", "hợp chủng quốc hoa kỳ": "us", "nước mỹ": "us", "anh": "uk", "anh quốc": "uk", "nước anh": "uk",
    "liên hiệp anh": "uk", "pháp quốc": "france", "nước pháp": "france", "nước đức": "germany", "cộng hòa liên bang đức": "germany",
    "liên bang nga": "russia", "nước nga": "russia", "trung hoa": "china", "trung cộng": "china", "hoa lục": "china",
    "trung quốc đại lục": "china", "cộng hòa nhân dân trung hoa": "china", "nhật": "japan", "nước nhật": "japan", "nam hàn": "south korea",
    "đại hàn": "south korea", "nam triều tiên": "south korea", "đại hàn dân quốc": "south korea", "bắc hàn": "north korea",
    "bắc triều tiên": "north korea", "ukraine": "ukraine", "u-crai-na": "ukraine", "úc": "australia", "nước úc": "australia",
    "úc đại lợi": "australia", "ý": "italy", "nước ý": "italy", "italia": "italy", "séc": "czech republic", "cộng hòa séc": "czech republic",
    "miến điện": "myanmar", "cam-pu-chia": "cambodia", "cao miên": "cambodia", "mã lai": "malaysia", "tân gia ba": "singapore",
    "phi luật tân": "philippines", "nam dương": "indonesia", "tân tây lan": "new zealand", "gia nã đại": "canada", "ba tây": "brazil",
    "mễ tây cơ": "mexico", "hồng kông": "hong kong", "hong kong": "hong kong", "ma cao": "macao", "macau": "macao", "ả rập saudi": "saudi arabia",
    "ả rập xê út": "saudi arabia", "saudi arabia": "saudi arabia", "a rập xê út": "saudi arabia", "các tiểu vương quốc ả rập thống nhất": "united arab emirates",
    "uae": "united arab emirates", "palestine": "palestine", "vatican": "vatican", "tòa thánh": "vatican", "bờ biển ngà": "ivory coast",
    "cộng hòa dân chủ congo": "dr congo", "lithuania": "lithuania", "đông timor": "timor-leste", "nam xu-đăng": "south sudan",
    "đại hàn quốc": "south korea", "i-rắc": "iraq", "i-ran": "iran", "xy-ri": "syria", "cộng hòa xã hội chủ nghĩa việt nam": "vietnam",
    "liên hợp quốc": "un", "liên hiệp quốc": "un", "lhq": "un", "hội đồng bảo an liên hợp quốc": "un security council",
    "hội đồng bảo an liên hiệp quốc": "un security council", "hội đồng bảo an": "un security council", "liên minh châu âu": "eu",
    "liên hiệp châu âu": "eu", "liên âu": "eu", "eu": "eu", "nato": "nato", "tổ chức hiệp ước bắc đại tây dương": "nato",
    "minh ước bắc đại tây dương": "nato", "tổ chức y tế thế giới": "who", "nhà nước hồi giáo": "islamic state", "is": "islamic state",
    "nhà trắng": "white house", "tòa bạch ốc": "white house", "tòa nhà trắng": "white house", "bạch ốc": "white house", "lầu năm góc": "pentagon",
    "ngũ giác đài": "pentagon", "bộ ngoại giao": "foreign ministry", "bộ quốc phòng": "defence ministry",
    "zelensky": "zelensky", "zelenskyy": "zelensky", "zelenskiy": "zelensky", "volodymyr zelensky": "zelensky",
    "volodymyr zelenskyy": "zelensky", "volodymyr zelenskiy": "zelensky", "tp.hcm": "hcmc", "tphcm": "hcmc", "tp hcm": "hcmc",
    "thành phố hồ chí minh": "hcmc", "tp hồ chí minh": "hcmc", "tp.hồ chí minh": "hcmc", "tp. hồ chí minh": "hcmc", "sài gòn": "hcmc",
    "đông nam á": "southeast asia", "đông á": "east asia", "trung đông": "middle east", "nam mỹ": "south america", "bắc mỹ": "north america",
    "châu phi": "africa", "phi châu": "africa", "á châu": "asia", "âu châu": "europe", "biển đông": "south china sea",
    "cục điều tra liên bang": "fbi", "fbi": "fbi", "cục tình báo trung ương": "cia", "cơ quan tình báo trung ương": "cia", "cia": "cia",
    "quỹ tiền tệ quốc tế": "imf", "imf": "imf", "ngân hàng thế giới": "world bank", "tổ chức thương mại thế giới": "wto", "wto": "wto",
    "hiệp hội các quốc gia đông nam á": "asean", "asean": "asean", "cơ quan năng lượng nguyên tử quốc tế": "iaea", "iaea": "iaea",
    "hội chữ thập đỏ": "red cross", "liên đoàn ả rập": "arab league", "liên minh châu phi": "african union", "liên xô": "soviet union",
    "nhật hoàng": "emperor of japan", "thiên hoàng": "emperor of japan",
    "châu á": "asia", "châu âu": "europe", "châu á-thái bình dương": "asia-pacific", "châu á - thái bình dương": "asia-pacific",
    "washington": "washington", "hoa thịnh đốn": "washington", "moscow": "moscow", "mát-xcơ-va": "moscow", "matxcova": "moscow",
    "mạc tư khoa": "moscow", "điện kremlin": "russia", "kremlin": "russia", "bắc kinh": "beijing", "tokyo": "tokyo", "đông kinh": "tokyo",
    "seoul": "seoul", "hán thành": "seoul", "bình nhưỡng": "pyongyang", "kyiv": "kyiv", "kiev": "kyiv", "tehran": "tehran",
    "ankara": "ankara", "hà nội": "hanoi", "london": "london", "luân đôn": "london", "paris": "paris", "berlin": "berlin",
    "bá linh": "berlin", "đài bắc": "taipei", "canberra": "canberra", "new delhi": "new delhi", "islamabad": "islamabad",
    "damascus": "damascus", "baghdad": "baghdad", "kabul": "kabul", "manila": "manila", "jakarta": "jakarta", "bangkok": "bangkok",
    "băng cốc": "bangkok", "vọng các": "bangkok", "phnom penh": "phnom penh", "nam vang": "phnom penh", "brussels": "brussels",
}

NAMES = NameWords(
    # A capital stands for its government but where a word before it says that the place is meant; Hà Nội is oftener the city.
    governments={
        "washington": "us", "moscow": "russia", "beijing": "china", "tokyo": "japan", "seoul": "south korea", "pyongyang": "north korea",
        "kyiv": "ukraine", "tehran": "iran", "ankara": "turkey", "taipei": "taiwan", "canberra": "australia", "new delhi": "india",
        "islamabad": "pakistan", "damascus": "syria", "baghdad": "iraq", "kabul": "afghanistan",
    },
    persons=frozenset(["zelensky"]),
    place_words=frozenset(
        """tại ở đến tới từ gần quanh rời thăm vào về sang giữa khắp phố đô ngoài trong bắc nam đông tây trung tâm ô đáp bay
        thành khỏi""".split()
    ),
    longer_before=frozenset(["tiếng"]),
    longer_behind=frozenset(),
    opening_words=frozenset(["anh", "áo", "ý", "séc"]),
    country_nouns=frozenset("quân lính phía bên báo nước dân phe giới tàu đội thủ lãnh trùm nhà cựu ngoại".split()),
    family_names=frozenset(
        """nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm mai trịnh đào cao lương tô tạ hà thái châu
        kiều quách phùng vương tăng thạch triệu chu tống nghiêm mạc lưu doãn văn trương hứa giang quan khổng đàm lã la bạch thân ông âu
        nông vi lò hoàng lại diệp từ khúc mã tiêu phó cù viên đồng ninh""".split()
    ),
    nouns=frozenset(),
    not_names=frozenset(
        """tp kcn ql tl bks csgt sn ceo usd vnd eur ubnd hđnd pv hlv đh cđ thpt thcs tnhh cp tand tandtc vks vksnd csđt cqđt pccc gdp btc qđ nđ
        cđv hđqt nxb clb bv ktx đbqh csnd catp atm sim suv ubmttq mttq tv gs ts pgs ths bs ks hs gplx cmnd cccd nđt ptgđ gđ ctcp bđs""".split()
    ),
    bodies=frozenset(
        """công bệnh cảnh sở bộ ủy tòa trường đại ngân viện cục liên ban hãng tổ quốc hiệp học khu xã huyện tỉnh thành quận phường đảng khoa
        đoàn cầu đường sông đảo núi bắc tây sân báo tạp hội quỹ nhà tập""".split()
    ),
    places=frozenset(
        ["tỉnh", "huyện", "xã", "phường", "quận", "thành phố", "tp", "thị xã", "thị trấn", "thôn", "ấp", "hạt", "bang", "đảo", "quần đảo", "sông", "đường", "phố",
         "quốc lộ", "núi", "biển", "hồ", "sân bay", "cầu", "chùa"]
    ),
    organisations=frozenset(
        ["công ty", "công an", "bệnh viện", "sở", "bộ", "ủy ban", "uỷ ban", "ubnd", "tòa án", "toà án", "trường", "đại học", "ngân hàng", "viện", "cục", "liên đoàn",
         "hãng", "tổng cục", "hội", "tập đoàn", "cảnh sát", "câu lạc bộ", "clb", "doanh nghiệp"]
    ),
    body_nouns=frozenset("hãng ty đoàn nhóm mạng báo chí xe tàu hiệu dụng viện phim đài kênh trang lửa bão đảo căn".split()),
    women=frozenset(["bà", "chị", "cô", "nữ hoàng", "công chúa", "bà ấy", "cô ấy", "chị ấy", "bà này", "cô này", "nữ diễn viên", "bà ta", "cô ta"]),
    men=frozenset(["ông", "anh", "chú", "vua", "hoàng tử", "giáo hoàng", "ông ấy", "anh ấy", "ông này", "anh này", "ông ta", "anh ta"]),
)
