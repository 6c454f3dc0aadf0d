//! Standard output in whole lines, also if Ctrl-C stops the command, and the progress bar.

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};
use std::time::{Duration, Instant};

/// Standard output.
pub(super) struct Output {
    stream: Arc<Mutex<AutoStream<io::Stdout>>>,
}

/// How long Ctrl-C waits for a write in progress, which a slow reader may block.
const STOP_TIMEOUT: Duration = Duration::from_secs(2);

impl Output {
    /// Creates the output. `choice` says whether escape sequences are kept, converted or stripped.
    pub fn new(choice: ColorChoice) -> Self {
        Self { stream: Arc::new(Mutex::new(AutoStream::new(io::stdout(), choice))) }
    }

    /// Writes bytes that end with a line break, and flushes them.
    ///
    /// # Errors
    /// If standard output cannot be written.
    pub fn write(&self, lines: &[u8]) -> io::Result<()> {
        let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        stream.write_all(lines)?;
        stream.flush()
    }

    /// Installs a handler for Ctrl-C: it lets a write in progress end, then exits with status 130.
    pub fn handle_ctrl_c(&self) {
        let stream = Arc::clone(&self.stream);
        let stop = move || {
            let start = Instant::now();
            // The lock is kept until the process exits, so that no other write begins.
            let _lock = loop {
                match stream.try_lock() {
                    Err(TryLockError::WouldBlock) if start.elapsed() < STOP_TIMEOUT => std::thread::sleep(Duration::from_millis(2)),
                    lock => break lock.ok(),
                }
            };
            std::process::exit(130);
        };
        // If the handler cannot be installed, Ctrl-C ends the process at once.
        let _ = ctrlc::set_handler(stop);
    }

    /// Creates a progress bar on standard error for a number of files. It is hidden if standard output is the same terminal.
    #[expect(clippy::unused_self, reason = "whether it is shown depends on the output")]
    pub fn file_progress(&self, files: u64) -> ProgressBar {
        if files < 2 || !io::stderr().is_terminal() || io::stdout().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} files, {per_sec}, {eta} left");
        ProgressBar::new(files).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }

    /// Creates the same for JSON Lines, whose number is not known in advance.
    #[expect(clippy::unused_self, reason = "whether it is shown depends on the output")]
    pub fn line_progress(&self) -> ProgressBar {
        if !io::stderr().is_terminal() || io::stdout().is_terminal() {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}");
        ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
    }
}
