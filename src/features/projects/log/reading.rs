//! Reading chosen files: their paths are checked, and their bytes go through the digest and are forgotten.

use std::cell::Cell;
use std::rc::Rc;

use domain::{File, FileHasher, FilePath, Manifest, PathFault};

use crate::platform::clock::{self, Pace};
use crate::platform::folder::{Picked, Unreadable, read_in_slices};

/// The milliseconds between two reports of the progress.
const REPORT: i64 = 100;

/// The progress of the reading.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    pub files: usize,
    pub all_files: usize,
    pub bytes: f64,
    pub all_bytes: f64,
}

/// Why nothing was taken over.
#[derive(Clone, Debug, PartialEq)]
pub enum NotRead {
    /// A folder cannot be listed.
    NotListed,
    Path(String, PathFault),
    Twice(FilePath),
    /// A file has changed or vanished meanwhile, or cannot be read.
    Unreadable(String),
}

/// Ends a reading from outside.
#[derive(Clone, Default)]
pub struct Cancel(Rc<Cell<bool>>);

impl PartialEq for Cancel {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Cancel {
    pub fn cancel(&self) {
        self.0.set(true);
    }

    pub fn is_canceled(&self) -> bool {
        self.0.get()
    }
}

/// Reads all files, or none. `None` if it is canceled.
pub async fn read_all(
    picked: Vec<Picked>,
    cancel: &Cancel,
    report: impl Fn(Progress),
) -> Option<Result<Vec<File>, NotRead>> {
    let mut pace = Pace::new();
    let mut progress = Progress { all_files: picked.len(), ..Progress::default() };
    report(progress);
    let mut reported = clock::now();
    let mut paths = Vec::with_capacity(picked.len());
    for one in &picked {
        match FilePath::parse(&one.path) {
            Ok(path) => paths.push(path),
            Err(fault) => return Some(Err(NotRead::Path(one.path.clone(), fault))),
        }
        // The browser looks at the disk for each size, and the page waits.
        progress.all_bytes += one.file.size();
        if clock::now() - reported >= REPORT {
            reported = clock::now();
            report(progress);
        }
        pace.rest().await;
        if cancel.is_canceled() {
            return None;
        }
    }
    let mut files = Vec::with_capacity(picked.len());
    report(progress);
    for (path, one) in paths.into_iter().zip(picked) {
        let mut hasher = FileHasher::default();
        let read = read_in_slices(&one.file, |bytes| {
            hasher.update(bytes);
            #[expect(clippy::cast_precision_loss, reason = "a slice has a few megabytes")]
            {
                progress.bytes += bytes.len() as f64;
            }
            if clock::now() - reported >= REPORT {
                reported = clock::now();
                report(progress);
            }
            !cancel.is_canceled()
        });
        let read = read.await;
        if cancel.is_canceled() {
            return None;
        }
        if let Err(Unreadable) = read {
            return Some(Err(NotRead::Unreadable(one.path)));
        }
        progress.files += 1;
        files.push(File { path, size: hasher.size(), digest: hasher.finish() });
        if clock::now() - reported >= REPORT {
            reported = clock::now();
            report(progress);
        }
        // Empty files need no slice, so thousands of them would be one task.
        pace.rest().await;
        if cancel.is_canceled() {
            return None;
        }
    }
    Some(match Manifest::new(files.clone()) {
        Ok(_) => Ok(files),
        Err(twice) => Err(NotRead::Twice(twice.path)),
    })
}
