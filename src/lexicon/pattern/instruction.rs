//! What patterns compile to, shared by the build and the engine.

/// One instruction of a compiled pattern; jumps are distances from the start of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// The next token is this word.
    Word(u16),
    /// The next token is one of `WORD_SETS[start..end]`, which is sorted.
    Set(u16, u16),
    /// The next token has one of the bits of `MASKS[index]`.
    Class(u8),
    /// The next token is a word with none of the bits of `MASKS[index]`.
    NotClass(u8),
    /// The next token is a word or a number.
    Any,
    /// Up to so many tokens, fewest first; the flag admits punctuation.
    Gap(u8, bool),
    /// Try the first place, then the second.
    Split(u16, u16),
    /// Go on there.
    Jump(u16),
    /// The span ends here.
    Mark,
    /// The first token of the sentence lies behind.
    Start,
    /// The last token of the sentence lies behind.
    End,
    /// The pattern has matched.
    Accept,
}

/// Compiled patterns with the tables they refer to.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    /// The instructions of all programs, one after another.
    pub ops: &'a [Op],
    /// Word sets, each sorted, one after another.
    pub sets: &'a [u16],
    /// Class masks.
    pub masks: &'a [u64],
}

/// Word sets of `classes.toml` with more words than this are sorted by number, for engine code that looks words up in them; the others keep the
/// order of the file.
pub const LONGEST_UNSORTED_SET: usize = 16;

/// Bits that the tokenizer gives by shape; the classes of `classes.toml` follow above them.
pub mod shape {
    /// A word: begins with a letter.
    pub const WORD: u64 = 1;
    /// A number in digits.
    pub const DIGITS: u64 = 1 << 1;
    /// Begins with a capital, in a sentence that is not capitalised throughout.
    pub const CAPITAL: u64 = 1 << 2;
    /// A mark of punctuation or any other character.
    pub const MARK: u64 = 1 << 3;
    /// Ends in -ly.
    pub const LY: u64 = 1 << 4;
    /// Ends in -ing.
    pub const ING: u64 = 1 << 5;
    /// Ends in -ed.
    pub const ED: u64 = 1 << 6;
    /// Ends in a plural -s.
    pub const PLURAL: u64 = 1 << 7;
    /// Stands inside a direct quotation.
    pub const QUOTED: u64 = 1 << 8;
    /// Belongs to a citation bracket: never part of a finding.
    pub const CITATION: u64 = 1 << 9;
    /// A currency sign.
    pub const CURRENCY: u64 = 1 << 10;
    /// Begins with a capital wherever it stands.
    pub const UPPER: u64 = 1 << 11;
    /// White space stands before it.
    pub const SPACED: u64 = 1 << 12;
    /// Stands in a headline.
    pub const HEADLINE: u64 = 1 << 14;
    /// Is the first token of its sentence.
    pub const INITIAL: u64 = 1 << 13;
    /// Ends as names of people at work do: -er, -or, -ist, -ian, -man.
    pub const AGENT: u64 = 1 << 15;
    /// The plural of such a word.
    pub const AGENTS: u64 = 1 << 16;
    /// The word classes: all bits above the shapes.
    pub const CLASSES: u64 = u64::MAX << 17;
    /// No token at all: the edge of the sentence.
    pub const EDGE: u64 = 1 << 63;
}
