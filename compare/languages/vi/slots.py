"""Vietnamese words that tell whether two figures, times or days fill one slot."""

from compare.languages.language_pack import SlotWords

SLOTS = SlotWords(
    generic_heads=frozenset(["người", "ca", "vụ", "chiếc", "cái", "con", "lần", "nạn", "nhân", "hành", "khách", "nam", "trẻ", "em", "phụ", "nữ"]),
    person_heads=frozenset(["người", "nạn", "hành", "khách"]),
    contrasts=(
        (frozenset(["nặng", "nguy"]), frozenset(["nhẹ", "xây"])),
        (frozenset(["nam"]), frozenset(["nữ"])),
        (frozenset(["chết"]), frozenset(["thương"])),
        (frozenset(["trong"]), frozenset(["ngoài"])),
        (frozenset(["bùng"]), frozenset(["dập", "khống"])),
    ),
    partial_before=("trong đó", "trong số", "bao gồm", "gồm", "thêm", "tiếp", "mỗi"),
    partial_behind=("khác", "nữa", "trong số", "đầu tiên", "mỗi", "này", "nói trên", "còn lại"),
    whole_before=("trong số", "trong tổng số"),
    occasions=frozenset(["sau", "trước", "khi", "lúc"]),
    part_of=frozenset(["trong"]),
    plans=("dự kiến", "sẽ", "kế hoạch", "dự định", "mục tiêu", "phấn đấu"),
    totals=("tổng", "tổng cộng", "tổng số", "cả thảy"),
    zones=("giờ địa phương", "giờ việt nam", "giờ vn", "giờ hà nội", "giờ mỹ"),
    still_open=("vẫn chưa", "hiện tại", "đến nay", "tính đến"),
    limits=frozenset(["đến", "tới", "từ", "trước", "sau"]),
    areas=(frozenset(["xã", "phường", "thôn", "ấp"]), frozenset(["huyện", "quận"]), frozenset(["tỉnh"]), frozenset(["nước", "quốc"])),
    wholes=frozenset(["toàn", "cả"]),
    births=frozenset(["sinh", "sn"]),
    no_denial=frozenset(["chỉ", "ít", "may", "những", "ngừng", "lâu", "hẹn", "riêng"]),
    press=frozenset(["báo", "pv", "phóng", "viên", "với", "tờ", "đài"]),
    reporting=frozenset(["đưa tin", "dẫn tin", "trao đổi", "thông tin"]),
    day_of_verb=False,
    this_day=frozenset(["nay"]),
    order=("trước đó", "sau đó", "tiếp đó"),
    suffixes=(),
    night=frozenset(["tối", "đêm", "khuya"]),
    dawn=frozenset(["rạng", "sáng"]),
)
