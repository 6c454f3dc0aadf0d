//! Reads what `pack.rs` wrote. The build reads it back and stops when it differs.
#![expect(clippy::cast_possible_truncation, reason = "the build has read the same numbers back")]

use super::pattern::instruction::Op;

/// Reads numbers and bytes, part by part. Past the end everything is 0.
#[derive(Clone, Copy)]
pub struct Packed<'a>(&'a [u8]);

impl<'a> Packed<'a> {
    /// All of it, up to the first part.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// The next number.
    pub fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 || shift > 28 {
                return number;
            }
        }
    }

    fn short(&mut self) -> u16 {
        self.number() as u16
    }

    /// The next part.
    pub fn part(&mut self) -> Self {
        let length = self.number().min(self.0.len());
        let (part, rest) = self.0.split_at(length);
        self.0 = rest;
        Self(part)
    }

    /// Calls `take` with each word.
    pub fn words(mut self, mut take: impl FnMut(&[u8])) {
        let mut word = Vec::new();
        while !self.0.is_empty() {
            match self.byte() {
                dropped @ 11.. => word.truncate(word.len().saturating_sub(usize::from(dropped - 11))),
                _ => word.clear(),
            }
            let (letters, rest) = self.0.split_at(self.0.iter().take_while(|byte| **byte >= 32).count());
            word.extend_from_slice(letters);
            self.0 = rest;
            take(&word);
        }
    }

    /// All word sets, one after another.
    pub fn sets(mut self) -> Vec<u16> {
        let mut sets = Vec::new();
        let mut word = 0;
        while !self.0.is_empty() {
            word = match self.short() {
                0 => self.short(),
                further => word + further,
            };
            sets.push(word);
        }
        sets
    }

    /// Where the programs of patterns and contexts begin.
    pub fn programs(mut self, ops: &[Op]) -> Vec<u32> {
        let mut programs = Vec::new();
        let mut end = 0;
        while !self.0.is_empty() {
            let start = self.number().checked_sub(1);
            programs.push(start.unwrap_or(end) as u32);
            if start.is_none() {
                end += ops[end..].iter().take_while(|op| **op != Op::Accept).count() + 1;
            }
        }
        programs
    }

    /// The instructions of all programs: the seven parts that follow.
    pub fn instructions(&mut self) -> Vec<Op> {
        let [codes, mut words, mut starts, mut lengths, mut classes, mut gaps, mut jumps] = [(); 7].map(|()| self.part());
        let (mut begin, mut end) = (0, 0);
        let mut ops = Vec::with_capacity(codes.0.len());
        for code in codes.0 {
            let from = (ops.len() - begin) as u16;
            ops.push(match code {
                0 => Op::Word(words.short()),
                1 => {
                    let start = starts.short().checked_sub(1).unwrap_or(end);
                    let stop = start + lengths.short();
                    end = end.max(stop);
                    Op::Set(start, stop)
                }
                2 => Op::Class(classes.number() as u8),
                3 => Op::NotClass(classes.number() as u8),
                4 => Op::Any,
                5 => {
                    let gap = gaps.number();
                    Op::Gap((gap / 2) as u8, gap % 2 == 1)
                }
                6 => Op::Split(from + 1, from + jumps.short()),
                7 => Op::Jump(from + jumps.short()),
                8 => Op::Mark,
                9 => Op::Start,
                10 => Op::End,
                _ => {
                    begin = ops.len() + 1;
                    Op::Accept
                }
            });
        }
        ops
    }
}
