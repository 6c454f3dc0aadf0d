//! The exceptions to the spelling rules of inflection, as `verbs.toml` lists them.

/// Words with their forms, which stand one after the other with white space between.
pub type Forms = &'static [(&'static str, &'static str)];

/// What the spelling rules cannot know: words with white space between. `verbs.toml` documents the lists.
#[derive(Debug)]
pub struct Exceptions {
    /// Verbs of several syllables that double the last letter.
    pub doubling: &'static str,
    /// Verbs that double it in British spelling only.
    pub british: &'static str,
    /// Verbs of one syllable that do not double it.
    pub single: &'static str,
    /// Verbs in -c that take a k.
    pub with_k: &'static str,
    /// Words in -o that take -es.
    pub with_es: &'static str,
    /// Verbs in -ie that take -ying.
    pub with_ying: &'static str,
    /// Nouns that are their own plural.
    pub same: &'static str,
    /// Verbs with all their forms.
    pub forms: Forms,
    /// Verbs with past tense and participle.
    pub past: Forms,
    /// Nouns with their plural.
    pub plural: Forms,
}
