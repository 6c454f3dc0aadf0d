//! Findings for people: the marked article, and lines that editors can jump to.

use crate::engine::{Finding, Report, Voice};
use crate::lexicon::Category;
use anstyle::{AnsiColor, Effects, Style};
use std::io::{self, Write};

fn style(category: Category) -> Style {
    let color = match category {
        Category::Hedge => AnsiColor::Yellow,
        Category::Source => AnsiColor::Blue,
        Category::Pending => AnsiColor::Green,
    };
    color.on_default() | Effects::UNDERLINE
}

/// The summary, the article with its marks, and a line for each finding.
pub(super) fn article(report: &Report, text: &str, path: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{bold}{}{bold:#}\n", report.summary(), bold = Style::new().bold())?;
    let mut written = 0;
    for finding in &report.findings {
        if finding.span.start < written {
            continue;
        }
        let (style, letter) = (style(finding.category()), finding.category().letter());
        write!(out, "{}{style}{}{style:#}[{letter}]", visible(&text[written..finding.span.start]), visible(finding.span.of(text)))?;
        written = finding.span.end;
    }
    writeln!(out, "{}\n", visible(text[written..].trim_end()))?;
    lines(report, text, path, out)
}

/// `path:line:column: category/kind: "text"`, then why and what to ask.
pub(super) fn lines(report: &Report, text: &str, path: &str, out: &mut impl Write) -> io::Result<()> {
    let mut place = Place { line: 1, column: 1, byte: 0 };
    for finding in &report.findings {
        place.advance(text, finding.span.start);
        let style = style(finding.category());
        let voice = if finding.voice == Voice::Quoted { ", quoted" } else { "" };
        let Place { line, column, .. } = place;
        let Finding { span, .. } = finding;
        let shown = visible(span.of(text)).replace('\n', " ");
        let entry = finding.entry();
        writeln!(
            out,
            "{path}:{line}:{column}: {style}{}/{}{style:#}: \u{201c}{shown}\u{201d}{voice}: {} {}",
            finding.category().name(),
            finding.kind().name(),
            entry.why,
            entry.ask
        )?;
    }
    Ok(())
}

/// Line and column, both from 1; columns count code points.
struct Place {
    line: usize,
    column: usize,
    byte: usize,
}

impl Place {
    fn advance(&mut self, text: &str, byte: usize) {
        for c in text[self.byte..byte].chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.byte = byte;
    }
}

/// The text without control characters that could steer a terminal.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}
