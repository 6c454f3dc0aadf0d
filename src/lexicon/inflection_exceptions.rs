//! The exceptions to the spelling rules of inflection, as `verbs.toml` lists them.

/// What the spelling rules cannot know. `verbs.toml` documents the lists.
#[derive(Debug)]
pub struct Exceptions {
    /// Verbs of several syllables that double the last letter.
    pub doubling: &'static [&'static str],
    /// Verbs that double it in British spelling only.
    pub british: &'static [&'static str],
    /// Verbs of one syllable that do not double it.
    pub single: &'static [&'static str],
    /// Verbs in -c that take a k.
    pub with_k: &'static [&'static str],
    /// Words in -o that take -es.
    pub with_es: &'static [&'static str],
    /// Verbs in -ie that take -ying.
    pub with_ying: &'static [&'static str],
    /// Nouns that are their own plural.
    pub same: &'static [&'static str],
    /// Verbs with all their forms.
    pub forms: &'static [(&'static str, &'static [&'static str])],
    /// Verbs with past tense and participle.
    pub past: &'static [(&'static str, &'static [&'static str])],
    /// Nouns with their plural.
    pub plural: &'static [(&'static str, &'static [&'static str])],
}
