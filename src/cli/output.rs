//! Standard output, written in whole lines: also when Ctrl-C stops the command.

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::{Duration, Instant};

/// Where findings go.
pub(super) struct Output {
    stream: Arc<Mutex<AutoStream<io::Stdout>>>,
}

/// How long a stop waits for a line that is being written to a slow reader.
const PATIENCE: Duration = Duration::from_secs(2);

impl Output {
    /// Standard output, in colour or not.
    pub fn new(choice: ColorChoice) -> Self {
        Self { stream: Arc::new(Mutex::new(AutoStream::new(io::stdout(), choice))) }
    }

    /// Writes whole lines.
    pub fn write(&self, lines: &[u8]) -> io::Result<()> {
        let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        stream.write_all(lines)?;
        stream.flush()
    }

    /// On Ctrl-C: what is being written is written to its end, then the program ends with 130.
    pub fn watch_for_stop(&self) {
        let stream = Arc::clone(&self.stream);
        let stop = move || {
            let asked = Instant::now();
            // Held to the end, so that no other line begins.
            let _held = loop {
                match stream.try_lock() {
                    Err(TryLockError::WouldBlock) if asked.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(2)),
                    held => break held.ok(),
                }
            };
            std::process::exit(130);
        };
        // Without a handler Ctrl-C ends the program at once.
        let _ = ctrlc::set_handler(stop);
    }

    /// A bar on the terminal for so many files; hidden where findings go to the same terminal.
    #[expect(clippy::unused_self, reason = "it belongs to the output")]
    pub fn progress(&self, files: u64) -> ProgressBar {
        if files < 2 || !io::stderr().is_terminal() || io::stdout().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {per_sec}, {eta} left");
        ProgressBar::new(files).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }

    /// The same for lines, of which nobody knows how many there will be.
    #[expect(clippy::unused_self, reason = "it belongs to the output")]
    pub fn counter(&self) -> ProgressBar {
        if !io::stderr().is_terminal() || io::stdout().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}");
        ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
    }
}
