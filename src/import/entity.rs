//! Character references of HTML in Markdown: `&mdash;`, `&#8212;`, `&#x2014;`.

/// The longest reference, in bytes.
const LONGEST: usize = 12;

/// The names that writers use. Others stay as they are.
const NAMES: [(&str, char); 21] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("euro", '€'),
    ("pound", '£'),
    ("copy", '©'),
];

/// Returns the character of the reference that begins a text, and the length of the reference.
pub(super) fn entity(source: &str) -> Option<(char, usize)> {
    let end = source.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = source[..end].strip_prefix('&')?;
    let number = |digits: &str| {
        let hexadecimal = digits.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        hexadecimal.unwrap_or_else(|| digits.parse()).ok().and_then(char::from_u32).filter(|c| !c.is_control())
    };
    let named = || NAMES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    name.strip_prefix('#').map_or_else(named, number).map(|c| (c, end + 1))
}
