//! English inflection: the forms of a verb and the plural of a noun, by spelling rules and the exceptions of `verbs.toml`.

use super::EXCEPTIONS;
use super::inflection_exceptions::Forms;

/// Every form of a verb: base, third person, past tense, participles. Sorted, each once.
#[must_use]
pub fn verb(base: &str) -> Vec<String> {
    let owned = |forms: &str| forms.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let mut forms = listed(EXCEPTIONS.forms, base).map(owned).unwrap_or_default();
    if forms.is_empty() {
        forms.extend([base.to_owned(), with_s(base)]);
        forms.extend(present_participles(base));
        forms.extend(listed(EXCEPTIONS.past, base).map_or_else(|| regular_past(base), owned));
    }
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The plural of a noun.
#[must_use]
pub fn plural(noun: &str) -> String {
    if let Some(plural) = listed(EXCEPTIONS.plural, noun) {
        return plural.to_owned();
    }
    if has(EXCEPTIONS.same, noun) {
        return noun.to_owned();
    }
    match (noun.strip_suffix("man"), noun.strip_suffix("person")) {
        (Some(stem), _) => format!("{stem}men"),
        (_, Some(stem)) => format!("{stem}people"),
        _ => with_s(noun),
    }
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|listed| listed == word)
}

fn listed(table: Forms, word: &str) -> Option<&'static str> {
    table.iter().find(|(listed, _)| *listed == word).map(|(_, forms)| *forms)
}

/// A word with the ending -s: the third person of a verb, the regular plural of a noun.
fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if word.ends_with('z') && doubles_by_rule(word) => format!("{word}zes"),
        _ if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        _ if has(EXCEPTIONS.with_es, word) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

fn present_participles(base: &str) -> Vec<String> {
    let keeps_e = base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye");
    match base.strip_suffix("ie").filter(|_| has(EXCEPTIONS.with_ying, base)) {
        Some(stem) => vec![format!("{stem}ying")],
        None => match base.strip_suffix('e').filter(|_| !keeps_e) {
            Some(stem) => vec![format!("{stem}ing")],
            None => stems(base).iter().map(|stem| format!("{stem}ing")).collect(),
        },
    }
}

fn regular_past(base: &str) -> Vec<String> {
    match base.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => vec![format!("{stem}ied")],
        _ if base.ends_with('e') => vec![format!("{base}d")],
        _ => stems(base).iter().map(|stem| format!("{stem}ed")).collect(),
    }
}

/// What stands before -ed and -ing: the base, or the base with its last letter doubled, or both.
fn stems(base: &str) -> Vec<String> {
    let doubled = || format!("{base}{}", base.chars().next_back().unwrap_or_default());
    if has(EXCEPTIONS.british, base) {
        vec![base.to_owned(), doubled()]
    } else if has(EXCEPTIONS.with_k, base) {
        vec![format!("{base}k")]
    } else if has(EXCEPTIONS.doubling, base) || doubles_by_rule(base) {
        vec![doubled()]
    } else {
        vec![base.to_owned()]
    }
}

/// True for a verb of one syllable that ends in one vowel letter and one consonant, such as `plan` or `quit`.
fn doubles_by_rule(base: &str) -> bool {
    let last = base.chars().next_back().unwrap_or_default();
    if is_vowel(last) || matches!(last, 'w' | 'x' | 'y') || has(EXCEPTIONS.single, base) {
        return false;
    }
    let onset = base.replacen("qu", "q", 1);
    onset.chars().filter(|c| is_vowel(*c)).count() == 1 && onset.chars().rev().nth(1).is_some_and(is_vowel)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_in_vowel(text: &str) -> bool {
    text.ends_with(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::{plural, verb};

    /// Checks that a verb has these forms beside its base.
    #[track_caller]
    fn check(base: &str, forms: &str) {
        let mut expected: Vec<&str> = forms.split_whitespace().chain([base]).collect();
        expected.sort_unstable();
        assert_eq!(verb(base), expected);
    }

    #[test]
    fn verbs_of_one_syllable_double_a_consonant_after_one_vowel() {
        check("snap", "snaps snapped snapping");
        check("dub", "dubs dubbed dubbing");
        check("blog", "blogs blogged blogging");
        check("quiz", "quizzes quizzed quizzing");
        check("tweet", "tweets tweeted tweeting");
        check("fix", "fixes fixed fixing");
        check("vow", "vows vowed vowing");
        check("bus", "buses bused busing");
    }

    #[test]
    fn longer_verbs_double_it_where_the_stress_is_last() {
        check("occur", "occurs occurred occurring");
        check("admit", "admits admitted admitting");
        check("offer", "offers offered offering");
        check("visit", "visits visited visiting");
        check("travel", "travels travelled traveled travelling traveling");
    }

    #[test]
    fn spelling_follows_the_last_letters() {
        check("die", "dies died dying");
        check("panic", "panics panicked panicking");
        check("echo", "echoes echoed echoing");
        check("deny", "denies denied denying");
        check("delay", "delays delayed delaying");
        check("agree", "agrees agreed agreeing");
        check("argue", "argues argued arguing");
        check("publish", "publishes published publishing");
    }

    #[test]
    fn irregular_verbs_have_their_own_past() {
        check("grow", "grows grew grown growing");
        check("begin", "begins began begun beginning");
        check("lie", "lies lay lain lied lying");
        check("learn", "learns learnt learned learning");
        check("be", "am is are was were been being");
        check("have", "has had having");
        check("undergo", "undergoes underwent undergone undergoing");
    }

    #[test]
    fn nouns_have_their_plural() {
        for (noun, expected) in [
            ("party", "parties"),
            ("day", "days"),
            ("box", "boxes"),
            ("half", "halves"),
            ("spokesman", "spokesmen"),
            ("spokesperson", "spokespeople"),
            ("german", "germans"),
            ("veto", "vetoes"),
            ("photo", "photos"),
            ("analysis", "analyses"),
            ("aircraft", "aircraft"),
            ("monarch", "monarchs"),
        ] {
            assert_eq!(plural(noun), expected);
        }
    }
}
