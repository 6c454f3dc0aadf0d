//! Character references of HTML in Markdown and in texts copied from the source of a page: `&mdash;`, `&#8212;`, `&#x2014;`.

use std::borrow::Cow;

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

/// The fewest references that make a text one that was copied from the source of a page. A text may write about a single one, and about tags
/// with `&lt;`.
const FEWEST: usize = 2;

/// Returns a text with the characters that its references stand for: `“It leaks” & rusts` for `&ldquo;It leaks&rdquo; &amp; rusts`.
#[must_use]
pub fn without_references(text: &str) -> Cow<'_, str> {
    let references = || text.match_indices('&').filter_map(|(at, _)| entity(&text[at..]).map(|found| (at, found)));
    let tells = |(_, (character, _)): &(usize, (char, usize))| !matches!(character, '<' | '>' | '&');
    if references().filter(tells).take(FEWEST).count() < FEWEST {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut end = 0;
    for (at, (character, length)) in references() {
        plain.push_str(&text[end..at]);
        plain.push(character);
        end = at + length;
    }
    plain.push_str(&text[end..]);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_give_way_to_their_characters() {
        let check = |text: &str, expected: &str| assert_eq!(without_references(text), expected, "{text}");
        check("&ldquo;It leaks,&rdquo; he said.&nbsp;It may fail.", "“It leaks,” he said. It may fail.");
        check("It&#39;s &quot;late&quot; &#x2014; again", "It's \"late\" — again");
        check("R&D &amp; A&B &amp", "R&D &amp; A&B &amp");
        check("&amp;quot;late&amp;quot;", "&amp;quot;late&amp;quot;");
        check("Use &lt;b&gt; for bold", "Use &lt;b&gt; for bold");
        check("&quot;A &amp; B&quot;", "\"A & B\"");
        check("&unknown; &#0; &#xD800; &#99999999;", "&unknown; &#0; &#xD800; &#99999999;");
        check("ä&mdash;ö&mdash;ü", "ä—ö—ü");
    }
}
