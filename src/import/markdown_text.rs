//! Converts Markdown to plain text, as [`super::tidy()`] does with pages: blocks of code, images and link addresses are dropped, list items get `•`.

use super::entity::entity;

/// Returns the text of a Markdown document.
#[must_use]
pub fn markdown(source: &str) -> String {
    let source = source.replace("\r\n", "\n");
    let mut reader = Reader::default();
    let body = without_front_matter(&source);
    for line in body.lines() {
        reader.line(line);
    }
    reader.flush();
    reader.blocks.join("\n\n")
}

/// Returns the document without the lines between `---` at its beginning.
fn without_front_matter(source: &str) -> &str {
    let Some(rest) = source.strip_prefix("---\n") else { return source };
    ["\n---\n", "\n...\n"].iter().filter_map(|end| rest.split_once(end)).map(|(_, body)| body).next().unwrap_or(source)
}

/// Collects blocks from lines.
#[derive(Default)]
struct Reader {
    /// The finished blocks.
    blocks: Vec<String>,
    /// The lines of the current paragraph.
    lines: Vec<String>,
    /// The fence of the code block that is open.
    fence: Option<String>,
    /// What ends the comment or the script that is open.
    hidden_until: Option<&'static str>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if self.is_skipped(line.trim()) {
            return;
        }
        let kind = Kind::of(line, self.lines.is_empty());
        if !matches!(kind, Kind::Hidden(_) | Kind::Quotation | Kind::Words) {
            self.flush();
        }
        match kind {
            Kind::Fence(fence) => self.fence = Some(fence),
            Kind::Hidden(end) => self.hidden_until = (!line.contains(end)).then_some(end),
            Kind::Dropped => {}
            Kind::Heading(words) => self.blocks.extend(Some(inline(words)).filter(|words| !words.is_empty())),
            Kind::Item(prefix, words) => self.lines.push(format!("{prefix} {words}")),
            Kind::Row(words) => {
                self.lines.push(words);
                self.flush();
            }
            Kind::Quotation => self.quotation(line.trim().trim_start_matches(['>', ' '])),
            Kind::Words => self.lines.push(line.trim().to_owned()),
        }
    }

    /// Returns true for a line of an open code block or comment, and closes it at its end.
    fn is_skipped(&mut self, line: &str) -> bool {
        let is_open = self.fence.is_some() || self.hidden_until.is_some();
        if self.fence.as_ref().is_some_and(|fence| line.starts_with(fence.as_str())) {
            self.fence = None;
        } else if self.fence.is_none() && self.hidden_until.is_some_and(|end| line.contains(end)) {
            self.hidden_until = None;
        }
        is_open
    }

    /// Adds a line of a quotation, without its sign; the sign stands once, before the first.
    fn quotation(&mut self, words: &str) {
        if words.is_empty() || !self.lines.first().is_some_and(|first| first.starts_with('>')) {
            self.flush();
        }
        if !words.is_empty() {
            let sign = if self.lines.is_empty() { "> " } else { "" };
            self.lines.push(format!("{sign}{words}"));
        }
    }

    /// Ends the current paragraph.
    fn flush(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let words = inline(&lines.join(" "));
        self.blocks.extend(Some(words).filter(|words| words.contains(char::is_alphanumeric)));
    }
}

/// What a line is.
enum Kind<'a> {
    /// It opens a block of code, which such a line closes.
    Fence(String),
    /// It opens a comment, a script or a style sheet, which this ends.
    Hidden(&'static str),
    /// An empty line, a rule, the underline of a heading, code, the address of a link.
    Dropped,
    Heading(&'a str),
    /// What stands before it, and its words.
    Item(String, &'a str),
    /// A row of a table.
    Row(String),
    Quotation,
    Words,
}

impl<'a> Kind<'a> {
    /// `begins` says that no paragraph is open.
    fn of(line: &'a str, begins: bool) -> Self {
        let trimmed = line.trim();
        let hashes = trimmed.bytes().take_while(|byte| *byte == b'#').count();
        let digits = trimmed.bytes().take_while(u8::is_ascii_digit).count();
        let is_code = begins && (line.starts_with("    ") || line.starts_with('\t')) && !is_bullet(trimmed);
        if let Some(fence) = ["```", "~~~"].iter().find(|fence| trimmed.starts_with(**fence)) {
            Self::Fence((*fence).to_owned())
        } else if let Some((_, end)) = HIDDEN.iter().find(|(start, _)| trimmed.starts_with(start)) {
            Self::Hidden(end)
        } else if !trimmed.contains(char::is_alphanumeric) || is_code || is_definition(trimmed) {
            Self::Dropped
        } else if (1..=6).contains(&hashes) && trimmed[hashes..].starts_with(' ') {
            Self::Heading(trimmed.trim_matches(['#', ' ']))
        } else if trimmed.starts_with('>') {
            Self::Quotation
        } else if is_bullet(trimmed) {
            Self::Item("•".to_owned(), without_box(trimmed[1..].trim_start()))
        } else if (1..=3).contains(&digits) && (trimmed[digits..].starts_with(". ") || trimmed[digits..].starts_with(") ")) {
            Self::Item(format!("{}.", &trimmed[..digits]), trimmed[digits + 1..].trim_start())
        } else if trimmed.starts_with('|') && trimmed.ends_with('|') && trimmed.len() > 1 {
            Self::Row(trimmed[1..trimmed.len() - 1].split('|').map(str::trim).collect::<Vec<_>>().join(" | "))
        } else {
            Self::Words
        }
    }
}

/// What begins and what ends a part that is no text.
const HIDDEN: [(&str, &str); 3] = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")];

fn is_bullet(line: &str) -> bool {
    line.starts_with(['*', '-', '+']) && line[1..].starts_with(' ')
}

/// Returns the words of an item without the box of a task: `[x]`.
fn without_box(words: &str) -> &str {
    ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| words.strip_prefix(mark)).unwrap_or(words)
}

/// `[name]: https://harbour.example`
fn is_definition(line: &str) -> bool {
    line.starts_with('[') && line.split_once("]: ").is_some_and(|(name, to)| !name.contains(' ') || to.contains("://"))
}

/// Returns words without the marks of emphasis, links, images, code and tags.
fn inline(source: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        let (text, length) = match c {
            '\\' if rest[1..].starts_with(|c: char| c.is_ascii_punctuation()) => (rest[1..2].to_owned(), 2),
            // A line ends.
            '\\' if rest.len() == 1 || rest[1..].starts_with(' ') => (String::new(), 1),
            '&' => entity(rest).map_or((c.to_string(), 1), |(c, length)| (c.to_string(), length)),
            '`' => code(rest),
            '!' if rest.starts_with("![") => link(&rest[1..]).map_or((c.to_string(), 1), |(_, length)| (String::new(), length + 1)),
            '[' => link(rest).map_or((c.to_string(), 1), |(words, length)| (inline(words), length)),
            '<' => tag(rest).unwrap_or((c.to_string(), 1)),
            '*' | '_' | '~' => emphasis(source, at, c),
            _ => (c.to_string(), c.len_utf8()),
        };
        out += &text;
        at += length;
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns what replaces the code that begins here, and its length: its words without the marks. A mark that nothing closes stays.
fn code(rest: &str) -> (String, usize) {
    let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
    let end = rest[ticks..].find(&rest[..ticks]);
    end.map_or((rest[..ticks].to_owned(), ticks), |end| (rest[ticks..ticks + end].to_owned(), end + 2 * ticks))
}

/// The longest text of a link, in bytes.
const LONGEST_LINK: usize = 1000;
/// Longest comment that is left out, in bytes: the search for its end stays bounded.
const LONGEST_COMMENT: usize = 4_096;

/// Returns the text of the link that begins here, and the length of the whole.
fn link(rest: &str) -> Option<(&str, usize)> {
    let mut depth = 0_usize;
    let mut close = None;
    for (at, byte) in rest.bytes().take(LONGEST_LINK).enumerate() {
        depth = match byte {
            b'[' => depth + 1,
            b']' => depth - 1,
            _ => depth,
        };
        if depth == 0 {
            close = Some(at);
            break;
        }
    }
    let close = close?;
    let words = &rest[1..close];
    let behind = &rest[close + 1..];
    if words.starts_with('^') {
        return Some(("", close + 1));
    }
    let end = match behind.chars().next() {
        Some('(') => behind.bytes().take(LONGEST_LINK).position(|byte| byte == b')'),
        Some('[') => behind.bytes().take(LONGEST_LINK).position(|byte| byte == b']'),
        _ => None,
    };
    end.map(|end| (words, close + 1 + end + 1))
}

/// Returns what replaces the tag or address in angle brackets that begins here, and its length.
fn tag(rest: &str) -> Option<(String, usize)> {
    if rest.starts_with("<!--") {
        return rest[..rest.floor_char_boundary(LONGEST_COMMENT)].find("-->").map(|end| (String::new(), end + 3));
    }
    let end = rest.bytes().take(LONGEST_LINK).position(|byte| byte == b'>')?;
    let inside = &rest[1..end];
    let is_tag = inside.trim_start_matches(['/', '!']).starts_with(|c: char| c.is_ascii_alphabetic());
    let space = if inside.starts_with("br") { " " } else { "" };
    is_tag.then(|| (space.to_owned(), end + 1))
}

/// Returns what replaces the row of marks that begins here, and its length: nothing if it touches a word on one side only.
fn emphasis(source: &str, at: usize, mark: char) -> (String, usize) {
    let rest = &source[at..];
    let length = rest.len() - rest.trim_start_matches(mark).len();
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    let before = source[..at].chars().next_back();
    let after = rest[length..].chars().next();
    let inside = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
    let stays = (inside && mark == '_') || (!is_word(before) && !is_word(after)) || (mark == '~' && length != 2) || length > 3;
    (if stays { rest[..length].to_owned() } else { String::new() }, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(markdown(source), expected);
    }

    #[test]
    fn blocks_become_paragraphs() {
        check("# Harbour *may* close #\n\nIt rained.\nNobody\ncame.", "Harbour may close\n\nIt rained. Nobody came.");
        check("Harbour\n=======\n\nTalks\n---\n\n* * *\n\nIt rained.", "Harbour\n\nTalks\n\nIt rained.");
        check("* one\n* two\n  more\n\n1. first\n2) second\n- [x] done", "• one\n\n• two more\n\n1. first\n\n2. second\n\n• done");
        check("> It may rain.\n> Or snow.\n\nShe left.", "> It may rain. Or snow.\n\nShe left.");
        check("| Ship | Day |\n|------|-----|\n| Oster | May |", "Ship | Day\n\nOster | May");
        check("---\ntitle: May\n---\nIt rained.", "It rained.");
    }

    #[test]
    fn what_is_no_text_is_dropped() {
        check("It rained.\n\n<script>\nmay();\n</script>\n\n<style>\nmay\n</style>\nIt hailed.", "It rained.\n\nIt hailed.");
        check("It <!-- may --> rain.[^1]\\\nIt snowed.\n\n[^1]: It may.", "It rain. It snowed.");
        check("Ann &#39;Bo&#x27; Ruiz &mdash; a&nbsp;guard &amp; &unknown; &lt;b&gt;", "Ann 'Bo' Ruiz — a guard & &unknown; <b>");
    }

    #[test]
    fn marks_are_dropped() {
        check("It **may** rain, it __might__ _snow_ and ***could*** ~~hail~~.", "It may rain, it might snow and could hail.");
        check("See [the *plan*](https://may.example/could \"may\") and [this][1].\n\n[1]: https://may.example", "See the plan and this.");
        check("![It may rain](may.png) It rained[^1].\n\n[^1]: It may.", "It rained.");
        check("A <b>plan</b><br>or <https://may.example>.", "A plan or .");
        check("2 * 3, snake_case, 5 ~ 6, \\*may\\*", "2 * 3, snake_case, 5 ~ 6, *may*");
        check("[Citation: Oster briefings] stays.", "[Citation: Oster briefings] stays.");
    }

    #[test]
    fn blocks_of_code_are_left_out_and_words_in_code_stay() {
        check("It rained.\n\n```rust\nlet may = 1;\n```\n\nIt `may` snow.", "It rained.\n\nIt may snow.");
        check("- Talks are `ongoing`\n- `* may *`", "• Talks are ongoing\n\n• * may *");
        check("It rained.\n\n    may = 1\n\nIt snowed.\n~~~\nmay\n~~~", "It rained.\n\nIt snowed.");
        check("<!-- it may\nrain -->\nIt ``a`b`` snowed `", "It a`b snowed `");
    }

    #[test]
    fn anything_is_read() {
        for source in ["[", "![", "[[[", "]", "`", "\\", "<", "é*", "**", "[a](", "|", "||", "> ", "#", "---\n", "[é]: ", "*é_ü~"] {
            assert!(markdown(source).len() <= source.len() + 3, "{source}");
        }
    }
}
