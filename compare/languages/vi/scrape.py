"""Lines of saved Vietnamese pages that are no body text, and how Vietnamese outlets credit their sources."""

from compare.languages.language_pack import BoilerplateRule, ScrapeWords

_PROPER = r"[\p{Lu}\d][^()\n.:;]{1,40}(?:\.(?:com|net|org|info|vn)){0,2}"  # a name or a host: "Tin Mẫu Ba", "TinMauBa.com.vn"

_PIECE = "bài(?: viết| báo)?|nội dung|câu chuyện|tin(?: này)?"

SCRAPE = ScrapeWords(
    boilerplate=(
        BoilerplateRule(name="player-clock", pattern=r"\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})?"),
        BoilerplateRule(name="counter", pattern=r"\d{1,7}(?:[.,]\d{3})*"),
        BoilerplateRule(name="read-more", pattern=r"(?:»|>>|►|>)?\s*(?:đọc thêm|xem thêm|xem tiếp|đọc tiếp)\b.{0,120}"),
        BoilerplateRule(name="correction-box", pattern=r"giúp .{2,30} sửa lỗi|báo lỗi.{0,30}|góp ý.{0,20}"),
        BoilerplateRule(name="comments", pattern=r"(?:\d+\s+)?(?:bình luận|ý kiến|phản hồi)(?:\s*\(?\d*\)?)?|gửi bình luận.{0,30}|viết bình luận.{0,30}"),
        BoilerplateRule(name="share", pattern=r"(?:chia sẻ|thích|lưu bài(?: viết)?|in bài|gửi email|sao chép liên kết|copy link)(?:\s*(?:facebook|zalo|twitter|bài viết|qua .{0,20}))?\s*\d*"),
        BoilerplateRule(name="media-label", pattern=r"(?:video|clip|ảnh|infographic|podcast|nghe bài viết|tự động phát)\s*:?"),
        BoilerplateRule(name="source-link", pattern=r"(?:tin tức )?nguồn:?\s*https?://\S+|https?://\S+|doc tin tuc \S+"),
        BoilerplateRule(name="hotline", pattern=r"(?:hotline|đường dây nóng|liên hệ|email)\s*:(?=.*[\d@]).{0,80}"),
        BoilerplateRule(name="advertisement", pattern=r"quảng cáo|tài trợ"),
        BoilerplateRule(name="tags", pattern=r"(?:từ khóa|từ khoá|tags?|chủ đề)\s*:.{0,200}"),
        BoilerplateRule(name="site-line", pattern=r"(?:trang chủ|thời sự|thế giới|kinh doanh|giải trí|thể thao|pháp luật)(?:\s*[>|/»]\s*[\p{L} ]{2,30}){0,4}"),
    ),
    related_headings=(r"(?:đọc|xem) thêm:?", r"bài chọn lọc:?", r"tin liên quan:?", r"bài liên quan:?", r"tin cùng chuyên mục:?", r"có thể bạn quan tâm:?", r"tin mới:?", r"tin khác:?"),
    captions=(
        r".{0,400}[\(\[.\-–—|]\s*(?:ảnh|hình|nguồn ảnh|ảnh minh họa|đồ họa)\s*:.{1,60}",
        r"(?:ảnh|hình|nguồn ảnh)(?: minh họa)?\s*:\s*.{1,80}",
        r".{3,400}\(\s*(?:ảnh|hình)\s*:.{0,60}\)\.?",
    ),
    credits=(
        rf"(?:theo|nguồn)\s*:?\s+(?P<outlet>{_PROPER})",
        r"(?P<translator>[\p{Lu}][\p{L}. ]{1,40}?)\s*\(?(?:biên dịch|lược dịch|chuyển ngữ|dịch)\)?(?:\s*[-–]?\s*\(?(?:từ|theo|nguồn)\s*:?\s+(?P<outlet>[\p{Lu}][^()\n]{1,40})\)?)?",
        # A name before "(Theo …)" is the person who brought the text over from the outlet named.
        r"(?P<translator>[\p{Lu}][\p{L}. ]{1,40}?)\s*[-–]?\s*\(\s*(?:theo|nguồn|t/h|tổng hợp)\s*:?\s*(?P<outlet>[^()]{0,60})\)",
        rf"(?P<translator>[\p{{Lu}}][\p{{L}}. ]{{1,40}}?)\s+theo\s+(?P<place>{_PROPER})",
        rf"(?P<byline>[\p{{Lu}}][\p{{L}}. ]{{1,40}}?)\s*(?:\((?:th|tổng hợp)\)|-\s*tổng hợp)(?:\s*-\s*nguồn:\s*(?P<outlet>{_PROPER}))?",
        r"(?:biên dịch|người dịch|dịch giả|chuyển ngữ)\s*:\s*(?P<translator>[\p{Lu}][\p{L}. ]{1,40})",
        r"(?:tác giả|phóng viên|bài)\s*:\s*(?P<byline>[\p{Lu}][\p{L}. ]{1,40})",
    ),
    outlet_words=frozenset(
        [
            *"báo online vnexpress vov vtv vtc zing nld voa bbc rfi rfa mẫu".split(),
            *("tin tức", "thanh niên", "tuổi trẻ", "dân trí", "tiền phong", "lao động"),
        ]
    ),
    outlet_words_close=False,
    walls=(
        rf"\b(?:đăng nhập|đăng (?:ký|kí)|mua (?:gói|báo)|nâng cấp|trở thành (?:thành viên|hội viên))\b[^.?!]{{0,50}}? để (?:được )?(?:tiếp tục )?(?:đọc|xem)(?: tiếp| toàn bộ| toàn văn| đầy đủ| trọn| hết|(?: {_PIECE}))\b",
        rf"\bđể (?:tiếp tục )?(?:đọc|xem)(?: tiếp| toàn bộ| toàn văn| đầy đủ| trọn| hết|(?: {_PIECE}))\b[^.?!]{{0,40}}\b(?:vui lòng|hãy|cần|xin|mời)\b[^.?!]{{0,20}}\b(?:đăng nhập|đăng (?:ký|kí)|mua (?:gói|báo)|nâng cấp)\b",
        rf"\b(?:{_PIECE}|phần còn lại)(?: này)? (?:chỉ )?(?:được )?(?:dành|hiển thị|mở)(?: riêng)? cho (?:(?:độc giả|bạn đọc|người đọc|người dùng|tài khoản|thành viên|hội viên|người) )?(?:đã )?(?:đăng (?:ký|kí|nhập)|trả (?:phí|tiền)|thuê bao|dài hạn|vip|premium|thành viên|hội viên)\b",
        r"\A(?:chỉ )?dành(?: riêng)? cho (?:(?:độc giả|bạn đọc|người dùng|tài khoản|người) )?(?:đã )?(?:đăng (?:ký|kí|nhập)|trả (?:phí|tiền)|thuê bao|vip|premium|thành viên|hội viên)\b",
        r"\bbạn đã (?:đọc|xem|dùng) hết\b[^.?!]{0,40}\bmiễn phí\b",
    ),
    reads_on=(
        rf"(?:»|>>|►|>|→)?\s*(?:xem|đọc) tiếp(?:(?: {_PIECE})?(?: (?:tại|ở|trên|trong) .{{1,100}})?)?\s*(?:»|>>|►|>|→|…|\.{{3}})?|(?:mời|kính mời) [^.?!]{{0,30}}(?:xem|đọc|theo dõi) tiếp\b.{{0,100}}",
        rf"(?:xem|đọc) (?:toàn văn|đầy đủ|toàn bộ|bản đầy đủ|trọn vẹn|chi tiết|nguyên văn)(?: (?:{_PIECE}))?(?: này)? (?:tại|ở|trên) .{{1,100}}",
    ),
    posts=frozenset(),
)
