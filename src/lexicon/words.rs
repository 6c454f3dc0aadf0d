//! The words of the lexicon with their numbers. The table is filled on first use, which takes less time than reading
//! one over the network.

use super::pattern::instruction::shape;
use super::table::{BITS, NAMES, PACKED};
use super::unpack::Packed;
use std::sync::LazyLock;

/// The longest word that is looked up, in bytes; the lexicon has none that is longer.
pub(crate) const LONGEST: usize = 24;

/// A word in lower case, as the table compares it: its bytes, filled up with zeros.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key([u64; LONGEST / 8]);

impl Key {
    /// The key of a word whose bytes stand at the beginning of the buffer; zeros follow.
    #[inline]
    pub fn new(buffer: &[u8; LONGEST]) -> Self {
        let part = |at: usize| {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(&buffer[at..at + 8]);
            u64::from_le_bytes(bytes)
        };
        Self([part(0), part(8), part(16)])
    }

    /// The key of a word as its bytes in lower case, eight by eight, the first the lowest.
    #[inline]
    pub fn of(parts: [u64; LONGEST / 8]) -> Self {
        Self(parts)
    }

    /// The bytes of the word; zeros follow.
    #[inline]
    pub fn letters(self) -> [u8; LONGEST] {
        let mut letters = [0; LONGEST];
        for (part, place) in self.0.iter().zip(letters.as_chunks_mut::<8>().0) {
            *place = part.to_le_bytes();
        }
        letters
    }

    /// Whether it is the same word; one question to the processor instead of three.
    #[inline]
    fn is(&self, other: &Self) -> bool {
        let [first, second, third] = self.0;
        (first ^ other.0[0]) | (second ^ other.0[1]) | (third ^ other.0[2]) == 0
    }

    #[inline]
    fn hash(self) -> usize {
        let [first, second, third] = self.0;
        let mixed = first ^ second.rotate_left(23) ^ third.rotate_left(47);
        let product = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        usize::from((product >> 48) as u16)
    }
}

/// A table with open addressing.
struct Words {
    /// Numbers of words; 0 is free.
    slots: Vec<u16>,
    /// By number.
    words: Vec<Word>,
}

/// A word and its bits, which come from memory together.
#[repr(align(32))]
struct Word {
    key: Key,
    bits: u64,
}

static TABLE: LazyLock<Words> = LazyLock::new(|| {
    let mut table = Words { slots: vec![0; SLOTS], words: vec![Word { key: Key([0; 3]), bits: 0 }] };
    let mut number = 0_u16;
    Packed::new(&PACKED).part().words(|word| {
        number += 1;
        let mut buffer = [0; LONGEST];
        let length = word.len().min(LONGEST);
        buffer[..length].copy_from_slice(&word[..length]);
        let key = Key::new(&buffer);
        table.words.push(Word { key, bits: BITS[usize::from(number)] | ending(word) });
        let mut slot = key.hash() & (SLOTS - 1);
        while table.slots[slot] != 0 {
            slot = (slot + 1) & (SLOTS - 1);
        }
        table.slots[slot] = number;
    });
    table
});

/// Three times as many as words: most words of a text that the lexicon does not have are told at the first look.
const SLOTS: usize = 1 << 14;
const _: () = assert!(BITS.len() < SLOTS / 2, "more slots, please");

/// The number and the bits of a word (classes and ending); 0 and nothing for one that the lexicon does not know.
#[inline]
#[cfg_attr(small, optimize(speed))]
pub(crate) fn look_up(key: Key) -> (u16, u64) {
    let table = &*TABLE;
    let mut slot = key.hash() & (SLOTS - 1);
    loop {
        let number = table.slots[slot];
        if number == 0 {
            return (0, 0);
        }
        let word = &table.words[usize::from(number)];
        if word.key.is(&key) {
            return (number, word.bits);
        }
        slot = (slot + 1) & (SLOTS - 1);
    }
}

/// The number of a word that the lexicon has, for the compiler: `words!` asks it.
pub(crate) const fn number(word: &str) -> u16 {
    let (mut from, mut to) = (0, NAMES.len());
    while from < to {
        let middle = usize::midpoint(from, to);
        let (name, number) = NAMES[middle];
        if is_before(name.as_bytes(), word.as_bytes()) {
            from = middle + 1;
        } else if is_before(word.as_bytes(), name.as_bytes()) {
            to = middle;
        } else {
            return number;
        }
    }
    panic!("the lexicon does not have this word: put it under `in_code` in `classes.toml`")
}

const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

/// Words of the lexicon by their numbers: `words!("of" | "for")`.
macro_rules! words {
    ($($word:literal)|+) => { const { [$($crate::lexicon::number($word)),+] } };
}
pub(crate) use words;

/// The bits of a word of the lexicon, by its number.
pub(crate) fn bits_of(number: u16) -> u64 {
    TABLE.words[usize::from(number)].bits
}

/// The number of a word in lower case; 0 for one that the lexicon does not know.
pub(crate) fn number_of(word: &str) -> u16 {
    let mut buffer = [0; LONGEST];
    let Some(place) = buffer.get_mut(..word.len()) else { return 0 };
    place.copy_from_slice(word.as_bytes());
    look_up(Key::new(&buffer)).0
}

/// What the ending of a word in lower case tells.
#[inline]
#[cfg_attr(small, optimize(speed))]
pub(crate) fn ending(word: &[u8]) -> u64 {
    let ends = |suffix: &[u8], least: usize| word.len() >= least && word.ends_with(suffix);
    let flag = |holds: bool, bit: u64| if holds { bit } else { 0 };
    match word.last() {
        Some(b'y') => flag(ends(b"ly", 5), shape::LY),
        Some(b'r') => flag(ends(b"er", 5) || ends(b"or", 5), shape::AGENT),
        Some(b't') => flag(ends(b"ist", 5), shape::AGENT),
        Some(b'n') => {
            flag(ends(b"ian", 5) || ends(b"man", 5), shape::AGENT)
                | flag(ends(b"men", 6), shape::AGENTS)
                | flag(ends(b"men", 3), shape::PLURAL)
        }
        Some(b'g') => flag(ends(b"ing", 5), shape::ING),
        Some(b'd') => flag(ends(b"ed", 4), shape::ED),
        Some(b's') => {
            let agents = ends(b"ers", 6) || ends(b"ors", 6) || ends(b"ists", 6) || ends(b"ians", 6);
            let plural = ends(b"s", 4) && !word.ends_with(b"ss") && !word.ends_with(b"us") && !word.ends_with(b"is");
            flag(agents, shape::AGENTS) | flag(plural, shape::PLURAL)
        }
        Some(b'e') => flag(word == b"people", shape::PLURAL),
        _ => 0,
    }
}
