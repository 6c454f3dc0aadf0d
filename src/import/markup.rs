//! Whether a text is written in a markup language: somebody has copied the source of a page.

use super::file_types::begins_with_tag;

/// A markup language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
}

/// How many signs of Markdown a text has at least.
const SIGNS: usize = 2;

impl Markup {
    /// Guesses the language of a text; `None` for plain text, in which a single `*` or `#` may stand.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if begins_with_tag(text) {
            return Some(Self::Html);
        }
        let signs: usize = text.lines().map(markdown_signs).sum();
        if signs >= SIGNS { Some(Self::Markdown) } else { None }
    }
}

/// Returns how many signs of Markdown a line has: a heading, links, images, bold words, a fence of code.
fn markdown_signs(line: &str) -> usize {
    let links = line.matches("](http").count() + line.matches("](/").count() + usize::from(line.starts_with("!["));
    links + bold_words(line) + usize::from(heading(line).is_some()) + usize::from(line.starts_with("```"))
}

/// Returns how often `**` opens before a word: not in `f**k`.
fn bold_words(line: &str) -> usize {
    let opens = |(at, _): &(usize, &str)| {
        let before = line[..*at].chars().next_back();
        let behind = line[at + 2..].chars().next();
        before.is_none_or(|before| !before.is_alphanumeric() && before != '*') && behind.is_some_and(char::is_alphanumeric)
    };
    line.match_indices("**").filter(opens).count()
}

/// Returns the words of `## Heading`.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    (1..=6).contains(&level).then(|| words.strip_prefix(' ')).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_source_of_a_page_is_recognised() {
        let check = |text: &str, expected| assert_eq!(Markup::of(text), expected, "{text}");
        check("<p>The council may sell the mill.</p>", Some(Markup::Html));
        check("# Council may sell mill\n\nIt **may** close, [a clerk](https://oster.example) said.", Some(Markup::Markdown));
        check("Council may sell mill\n\n## Why\n\nNobody knows.\n\n## When\n\nNobody knows.", Some(Markup::Markdown));
        check("It **may** close, and it **may** not.", Some(Markup::Markdown));
        check("[one](https://oster.example) and [two](https://sund.example)", Some(Markup::Markdown));
        check("The council is # 1.\n\n* It may close.\n* It may not.", None);
        check("# 1 in Oster: the mill", None);
        check("He called it f**king bulls**t.\nShe said f**k that s**t.", None);
        check("It **** may rain, 2 ** 3 is 8.", None);
        check("The mayor [Lena Huld] said it may close.", None);
        check("", None);
    }
}
