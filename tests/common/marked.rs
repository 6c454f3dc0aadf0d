//! Articles with marks in the text: `{hedge/modal may}`.

/// Removes the marks.
pub fn without_marks(marked: &str) -> String {
    let mut text = String::new();
    let mut rest = marked;
    while let Some(at) = rest.find(['{', '}']) {
        text += &rest[..at];
        rest = match rest.as_bytes()[at] {
            b'{' => rest[at..].split_once(' ').expect("a mark names its kind").1,
            _ => &rest[at + 1..],
        };
    }
    text + rest
}
