//! Words of the text on one line, for views that quote them.

/// Returns the words on one line, without the `>` of quoted mail at the start of a line. Each run of white space becomes one space.
#[must_use]
pub fn one_line(words: &str) -> String {
    let mut lines = words.lines();
    let first = lines.next().unwrap_or_default();
    let others = lines.map(|line| line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()));
    let words: Vec<&str> = std::iter::once(first).chain(others).flat_map(str::split_whitespace).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_without_the_marks_of_quoted_mail() {
        assert_eq!(one_line("no  final\n decision\t"), "no final decision");
        assert_eq!(one_line("the plan\n> may\n> > fail\n>\n>next"), "the plan may fail next");
        assert_eq!(one_line("> it is 3 > 2"), "> it is 3 > 2");
        assert_eq!(one_line(""), "");
    }
}
