"""Vietnamese words of one meaning, northern and overseas, old and new spelling -> one form of all, for matching only."""

_NORTHERN_AND_OVERSEAS = {
    "hỏa tiễn": "tên lửa", "phi đạn": "tên lửa", "rocket": "tên lửa", "rốc két": "tên lửa", "phi cơ": "máy bay", "tàu bay": "máy bay",
    "máy bay lên thẳng": "trực thăng", "máy bay trực thăng": "trực thăng", "phi trường": "sân bay", "phi cảng": "sân bay", "phi đạo": "đường băng",
    "hàng không mẫu hạm": "tàu sân bay", "mẫu hạm": "tàu sân bay", "tiềm thủy đĩnh": "tàu ngầm", "chiến hạm": "tàu chiến", "khu trục hạm": "tàu khu trục",
    "tuần dương hạm": "tàu tuần dương", "thủy quân lục chiến": "lính thủy đánh bộ", "không lực": "không quân", "hỏa xa": "tàu hỏa", "xe lửa": "tàu hỏa",
    "xa lộ": "đường cao tốc", "xe hơi": "ô tô", "xe ôtô": "ô tô", "ôtô": "ô tô", "xe ô tô": "ô tô", "xe gắn máy": "xe máy", "xe mô tô": "xe máy",
    "mô tô": "xe máy", "nhà thương": "bệnh viện", "bịnh viện": "bệnh viện", "bịnh": "bệnh", "nguyên tử": "hạt nhân", "siêu vi": "virus", "siêu vi khuẩn": "virus",
    "chích ngừa": "tiêm phòng", "điện thoại cầm tay": "điện thoại di động", "dân biểu": "hạ nghị sĩ", "tòa đại sứ": "đại sứ quán", "sứ quán": "đại sứ quán",
    "ngũ giác đài": "lầu năm góc", "tòa bạch ốc": "nhà trắng", "bạch ốc": "nhà trắng", "ghi danh": "đăng ký", "tuyển cử": "bầu cử", "địa chấn": "động đất",
    "heo": "lợn", "trái cây": "hoa quả", "liên hiệp quốc": "liên hợp quốc", "liên hiệp": "liên minh", "khai triển": "triển khai",
    "binh sĩ": "lính", "binh sỹ": "lính", "binh lính": "lính", "quân nhân": "lính", "cảnh sát": "công an", "csgt": "công an giao thông",
    "ngoại trưởng": "bộ trưởng ngoại giao", "bình nhưỡng": "triều tiên", "bắc hàn": "triều tiên", "nam hàn": "hàn quốc", "hoa kỳ": "mỹ",
    "kiev": "ukraine", "kyiv": "ukraine", "moscow": "nga", "bắc kinh": "trung quốc", "seoul": "hàn quốc", "tokyo": "nhật bản",
}

_SPELLINGS = {
    "gởi": "gửi", "tỉ": "tỷ", "quí": "quý", "kí": "ký", "tị nạn": "tỵ nạn", "kĩ sư": "kỹ sư", "kĩ thuật": "kỹ thuật", "lí do": "lý do", "quản lí": "quản lý",
    "xử lí": "xử lý", "công ti": "công ty", "bác sỹ": "bác sĩ", "ca sỹ": "ca sĩ", "nghệ sỹ": "nghệ sĩ", "chiến sỹ": "chiến sĩ", "tiến sỹ": "tiến sĩ",
    "thạc sỹ": "thạc sĩ", "nghị sỹ": "nghị sĩ", "võ sỹ": "võ sĩ", "vắc xin": "vaccine", "vắcxin": "vaccine", "vi rút": "virus", "virút": "virus",
    "vi rus": "virus", "ti vi": "tivi", "hlv": "huấn luyện viên", "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân",
}

_NEWS = {
    "thiệt mạng": "chết", "tử vong": "chết", "tử nạn": "chết", "qua đời": "chết", "tổn thương": "bị thương", "hỏa hoạn": "cháy",
    "đám cháy": "cháy", "viện trợ": "hỗ trợ", "trợ giúp": "hỗ trợ", "giúp đỡ": "hỗ trợ", "chuyến công du": "chuyến thăm",
    "cáo buộc": "tố cáo", "xảy đến": "xảy ra", "diễn ra": "xảy ra", "thúc giục": "kêu gọi", "đề nghị": "kêu gọi", "hối thúc": "kêu gọi",
}

SYNONYMS = {**_NORTHERN_AND_OVERSEAS, **_SPELLINGS, **_NEWS}
