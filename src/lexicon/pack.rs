//! The compiled lexicon as few bytes, for the network: what is alike stands together, numbers are small and short. `unpack.rs` reads it.
#![expect(
    clippy::cast_possible_truncation,
    reason = "bytes take seven bits of a number; what does not fit is found when the build reads it back"
)]

use super::pattern::instruction::Op;

/// What is packed.
pub struct Lexicon<'a> {
    /// All words, in the order of their numbers.
    pub words: &'a [&'a str],
    /// The instructions of all programs.
    pub ops: &'a [Op],
    /// All word sets.
    pub sets: &'a [u16],
    /// Where the programs of patterns and contexts begin, in the order in which they were compiled.
    pub programs: &'a [u32],
}

/// Sequences of numbers of at most 32 bits, each 7 bits a byte, the last byte without the eighth.
fn number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        bytes.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// All of it, part after part, each behind its length.
pub fn pack(lexicon: &Lexicon) -> Vec<u8> {
    let [codes, words, starts, lengths, classes, gaps, jumps] = instructions(lexicon.ops);
    let parts = [
        spelled(lexicon.words),
        sets(lexicon.sets, lexicon.ops),
        programs(lexicon.programs, lexicon.ops),
        codes,
        words,
        starts,
        lengths,
        classes,
        gaps,
        jumps,
    ];
    let mut bytes = Vec::new();
    for part in parts {
        number(&mut bytes, part.len());
        bytes.extend(part);
    }
    bytes
}

/// A word that begins like the one before it: how many letters of that one fall away, counted from 11 on, and what follows.
/// Others stand behind a new line. No word has such control characters.
fn spelled(words: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut before = "";
    for word in words {
        let mut same = before.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
        let dropped = before.len() - same;
        if same < 3 || dropped > 20 {
            bytes.push(b'\n');
            same = 0;
        } else {
            bytes.push(11 + dropped as u8);
        }
        bytes.extend_from_slice(&word.as_bytes()[same..]);
        before = word;
    }
    bytes
}

/// Each number of a set as its distance to the one before; 0 begins a new set.
fn sets(sets: &[u16], ops: &[Op]) -> Vec<u8> {
    let mut begins = vec![false; sets.len()];
    for op in ops {
        if let Op::Set(start, _) = op {
            begins[usize::from(*start)] = true;
        }
    }
    let mut bytes = Vec::new();
    for (place, word) in sets.iter().enumerate() {
        let before = place.checked_sub(1).map_or(0, |before| sets[before]);
        if begins[place] || *word <= before {
            number(&mut bytes, 0);
            number(&mut bytes, usize::from(*word));
        } else {
            number(&mut bytes, usize::from(word - before));
        }
    }
    bytes
}

/// The place of each program: 0 for the one that follows all so far, else its number and 1.
fn programs(programs: &[u32], ops: &[Op]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut end = 0;
    for start in programs {
        let start = *start as usize;
        number(&mut bytes, if start == end { 0 } else { start + 1 });
        if start == end {
            end += ops[start..].iter().take_while(|op| **op != Op::Accept).count() + 1;
        }
    }
    bytes
}

/// What the instructions are, and by kind what they say. Jumps count from their own place on.
fn instructions(ops: &[Op]) -> [Vec<u8>; 7] {
    let [mut codes, mut words, mut starts, mut lengths, mut classes, mut gaps, mut jumps] = [const { Vec::new() }; 7];
    let (mut begin, mut end) = (0, 0);
    for (place, op) in ops.iter().enumerate() {
        let from = place - begin;
        codes.push(code(*op));
        match *op {
            Op::Word(word) => number(&mut words, usize::from(word)),
            Op::Set(start, stop) => {
                let (start, stop) = (usize::from(start), usize::from(stop));
                number(&mut starts, if start == end { 0 } else { 1 + start });
                number(&mut lengths, stop - start);
                end = end.max(stop);
            }
            Op::Class(mask) | Op::NotClass(mask) => number(&mut classes, usize::from(mask)),
            Op::Gap(most, marks) => number(&mut gaps, usize::from(most) * 2 + usize::from(marks)),
            Op::Split(one, other) => {
                assert_eq!(usize::from(one), from + 1, "the first way of a choice follows it");
                number(&mut jumps, usize::from(other) - from);
            }
            Op::Jump(to) => number(&mut jumps, usize::from(to) - from),
            Op::Accept => begin = place + 1,
            _ => {}
        }
    }
    [codes, words, starts, lengths, classes, gaps, jumps]
}

/// The number of an instruction.
fn code(op: Op) -> u8 {
    match op {
        Op::Word(_) => 0,
        Op::Set(..) => 1,
        Op::Class(_) => 2,
        Op::NotClass(_) => 3,
        Op::Any => 4,
        Op::Gap(..) => 5,
        Op::Split(..) => 6,
        Op::Jump(_) => 7,
        Op::Mark => 8,
        Op::Start => 9,
        Op::End => 10,
        Op::Accept => 11,
    }
}
