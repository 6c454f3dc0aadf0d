//! Long names, which a view cuts in the middle.

/// A name up to this length stays whole, in characters.
const SHORT: usize = 24;
/// Characters of the end that stays in view.
const END: usize = 12;

/// Splits off the end of a long name. A view cuts what stands before it: files of one series differ at the end.
#[must_use]
pub fn end_apart(name: &str) -> (&str, &str) {
    if name.chars().count() <= SHORT {
        return (name, "");
    }
    let end = name.char_indices().rev().nth(END - 1).map_or(0, |(start, _)| start);
    name.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_long_name_stands_apart() {
        let check = |name, expected: (&str, &str)| assert_eq!(end_apart(name), expected);
        check("", ("", ""));
        check("harbour.txt", ("harbour.txt", ""));
        check("a-rather-long-file-name-for-story-number-7.txt", ("a-rather-long-file-name-for-story-", "number-7.txt"));
        check(&"é".repeat(30), (&"é".repeat(18), &"é".repeat(12)));
    }
}
