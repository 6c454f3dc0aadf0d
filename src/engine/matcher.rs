//! Runs compiled patterns over the tokens of a sentence.

use super::token::Token;
use crate::lexicon::op::{Op, shape};
use crate::lexicon::{Context, MASKS, OPS, WORD_SETS};

/// How many instructions one attempt may take; no pattern of the lexicon comes near.
const FUEL: u32 = 20_000;

/// One attempt to match: a sentence, a direction, and how much may still be spent.
struct Run<'a> {
    tokens: &'a [Token],
    program: &'static [Op],
    backward: bool,
    mark: Option<usize>,
    fuel: u32,
}

/// Matches span and right context from token `at` on; gives the token after the span.
pub(crate) fn forward(program: u32, tokens: &[Token], at: usize) -> Option<usize> {
    let mut run = Run { tokens, program: &OPS[program as usize..], backward: false, mark: None, fuel: FUEL };
    run.step(0, at).then_some(run.mark).flatten()
}

/// Whether the left context holds just before token `at`.
pub(crate) fn backward(program: u32, tokens: &[Token], at: usize) -> bool {
    let mut run = Run { tokens, program: &OPS[program as usize..], backward: true, mark: None, fuel: FUEL };
    run.step(0, at)
}

/// Whether a context holds around the tokens `start..end`.
pub(crate) fn holds(context: &Context, tokens: &[Token], start: usize, end: usize) -> bool {
    forward(context.inside, &tokens[..end], start).is_some()
        && forward(context.forward, tokens, end).is_some()
        && backward(context.backward, tokens, start)
}

impl Run<'_> {
    /// The token that is next in the direction of the run.
    fn next(&self, at: usize) -> Option<&Token> {
        let token = if self.backward { self.tokens.get(at.checked_sub(1)?)? } else { self.tokens.get(at)? };
        (!token.is(shape::CITATION)).then_some(token)
    }

    fn beyond(&self, at: usize) -> usize {
        if self.backward { at - 1 } else { at + 1 }
    }

    fn step(&mut self, mut pc: usize, mut at: usize) -> bool {
        loop {
            if self.fuel == 0 {
                return false;
            }
            self.fuel -= 1;
            match self.program[pc] {
                Op::Accept => return true,
                Op::Mark => self.mark = Some(at),
                Op::Jump(to) => {
                    pc = usize::from(to);
                    continue;
                }
                Op::Split(one, other) => {
                    if self.step(usize::from(one), at) {
                        return true;
                    }
                    pc = usize::from(other);
                    continue;
                }
                Op::Gap(most, marks) => return self.gap(pc + 1, at, most, marks),
                Op::Start if at == 0 => {}
                Op::End if at == self.tokens.len() => {}
                Op::Start | Op::End => return false,
                op => match self.next(at) {
                    Some(token) if takes(op, token) => at = self.beyond(at),
                    _ => return false,
                },
            }
            pc += 1;
        }
    }

    fn gap(&mut self, pc: usize, mut at: usize, most: u8, marks: bool) -> bool {
        for _ in 0..most {
            if self.step(pc, at) {
                return true;
            }
            match self.next(at) {
                Some(token) if marks || !token.is(shape::MARK) => at = self.beyond(at),
                _ => return false,
            }
        }
        self.step(pc, at)
    }
}

fn takes(op: Op, token: &Token) -> bool {
    match op {
        Op::Word(word) => token.word == word,
        Op::Set(start, end) => WORD_SETS[usize::from(start)..usize::from(end)].binary_search(&token.word).is_ok(),
        Op::Class(mask) => token.is(MASKS[usize::from(mask)]),
        Op::NotClass(mask) => !token.is(MASKS[usize::from(mask)] | shape::MARK),
        Op::Any => !token.is(shape::MARK),
        _ => false,
    }
}
