"""Vietnamese words that turn a sentence into another one where they take each other's place, and who stands behind a statement."""

from compare.languages.language_pack import AlteredWords, Alternatives


def _sides(slot: str, *sides: str) -> Alternatives:
    """Sides as words and phrases parted by commas."""
    return Alternatives(slot, tuple(frozenset(phrase.strip() for phrase in side.split(",")) for side in sides))


ALTERED = AlteredWords(
    alternatives=(
        _sides("trend", "tăng, tăng lên, tăng thêm, tăng vọt, đi lên, cao hơn", "giảm, giảm xuống, giảm bớt, giảm mạnh, sụt, sụt giảm, đi xuống, thấp hơn"),
        _sides("trend", "lãi", "lỗ"),
        _sides("trend", "thặng dư", "thâm hụt"),
        _sides("trend", "xuất siêu", "nhập siêu"),
        _sides("outcome", "thắng, đánh bại, thắng trận", "thua, để thua, thất bại, thua trận"),
        _sides("outcome", "chấp thuận, thông qua, phê duyệt, chấp nhận, đồng ý", "bác, bác bỏ, từ chối, phản đối"),
        _sides("outcome", "có tội", "vô tội"),
        _sides("outcome", "sống sót, thoát chết", "thiệt mạng, tử vong, tử nạn, chết"),
        _sides("outcome", "sống", "chết"),
        _sides("outcome", "thành công", "thất bại"),
        _sides("answer", "thừa nhận, xác nhận, nhận", "phủ nhận, bác bỏ, chối"),
        _sides("answer", "ủng hộ", "phản đối"),
        _sides("state", "mở, mở cửa, mở lại", "đóng, đóng cửa"),
        _sides("state", "cho phép, hợp pháp", "cấm, bất hợp pháp, trái phép"),
        _sides("state", "bị bắt, bắt, bắt giữ", "được thả, thả, phóng thích"),
        _sides("state", "mua", "bán"),
        _sides("state", "nhập khẩu, nhập", "xuất khẩu, xuất"),
        _sides("state", "đến, tới", "rời"),
        _sides("direction", "bắc, phía bắc", "nam, phía nam", "đông, phía đông", "tây, phía tây"),
        _sides("direction", "trái, bên trái", "phải, bên phải"),
        _sides("direction", "thượng lưu, thượng nguồn", "hạ lưu, hạ nguồn"),
        _sides("direction", "trong, bên trong", "ngoài, bên ngoài"),
        _sides("direction", "trên", "dưới"),
        _sides("order", "trước, trước khi", "sau, sau khi"),
        _sides("person", "nam", "nữ"),
        _sides("person", "trai", "gái"),
        _sides("person", "người đàn ông, đàn ông", "người phụ nữ, phụ nữ, đàn bà"),
        _sides("person", "chồng", "vợ"),
        _sides("person", "cha, bố", "mẹ"),
        _sides("person", "tài xế, lái xe", "hành khách, phụ xe"),
        _sides("person", "giáo viên, thầy giáo, cô giáo", "học sinh, sinh viên"),
        _sides("vehicle", "xe tải", "xe khách, xe buýt", "tàu hỏa, tàu lửa", "xe máy, mô tô", "xe con"),
        _sides("vehicle", "tải", "khách, buýt", "máy", "con"),
    ),
    ordinals={"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10},
    ordinal_before=frozenset(["thứ", "hạng"]),
    nobody=frozenset(["không ai", "không có ai", "không một ai", "chưa ai", "không người", "không có người", "không có người nào", "không một"]),
    one=frozenset(["một", "một người"]),
    auxiliaries=frozenset(["đã", "bị", "được", "hề", "có", "từng"]),
    articles=frozenset(["có", "các", "những", "một"]),
    number_forms={},
    inflections=(),
    both=("cả", "và", "đều"),
    kin_of=frozenset(["con", "trai", "gái", "vợ", "chồng", "cha", "bố", "mẹ", "anh", "em", "chị", "cháu"]),
    denials=frozenset(["phủ nhận", "bác bỏ", "bác thông tin", "bác tin", "bác cáo buộc"]),
    granted=frozenset(["yêu cầu", "đơn", "kháng cáo", "đề nghị", "kiến nghị", "đề xuất", "kế hoạch", "dự án"]),
    allegations=frozenset(["cáo buộc", "tố", "tố cáo", "nghi", "nghi ngờ", "bị cho là", "nếu", "liệu", "tin đồn", "đính chính", "cải chính", "đồn đoán", "suy đoán", "tin giả", "sai sự thật", "bịa đặt", "không có thật"]),
    once=frozenset(
        ["xây", "xây dựng", "thành lập", "khánh thành", "hoàn thành", "khởi công", "ra đời", "ban hành", "khai trương", "kiểm tra", "kiểm định", "sáng lập"]
    ),
    last_time=frozenset(["lần cuối", "gần nhất", "lần đầu"]),
    casualties=frozenset(["thương vong"]),
    stock=(
        "từ chối bình luận",
        "không bình luận",
        "không bình luận gì thêm",
        "từ chối đưa ra bình luận",
        "chưa đưa ra bình luận",
        "chưa bình luận",
        "chưa có phản hồi",
        "chưa phản hồi",
        "không phản hồi",
        "từ chối trả lời",
        "từ chối phát biểu",
    ),
    stock_subjects=frozenset(["người phát ngôn", "phát ngôn viên", "đại diện", "phía", "luật sư", "lãnh đạo"]),
)
