//! Files and folders that a person chooses or drops, and reading them in slices.
//!
//! The entries of a dropped folder are reached by the names of their properties, since `web-sys` has a type for each of them and
//! nothing else here needs these.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, HtmlInputElement};

use super::clock::yield_to_page;

/// The number of bytes of a slice. Hashing it takes some ten milliseconds. The browser hands over smaller ones at half the speed.
const SLICE: f64 = 4.0 * 1024.0 * 1024.0;

/// The number of files that are listed in one task.
const LISTED_AT_ONCE: u32 = 500;

/// A file, and its path below the folder that was chosen or dropped.
pub struct Picked {
    /// The path, with `/` as separator. The name of the folder itself is not part of it.
    pub path: String,
    /// The file, whose bytes are not read yet.
    pub file: File,
}

/// The dropped items. They are taken from the event at once, since the browser forgets it after the event.
pub struct Dropped(Vec<JsValue>);

impl Dropped {
    /// The dropped files and folders.
    #[must_use]
    pub fn of(event: &DragEvent) -> Self {
        let items = event.data_transfer().and_then(|data| Reflect::get(&data, &"items".into()).ok());
        let items = items.map(|items| Array::from(&items)).unwrap_or_default();
        // A file without a place in a file system has no entry.
        let dropped = |item: JsValue| {
            let ways = ["webkitGetAsEntry", "getAsFile"].into_iter();
            ways.filter_map(|way| call(&item, way, &[])).find(JsValue::is_object)
        };
        Self(items.iter().filter_map(dropped).collect())
    }

    /// All files, also those in folders. `None` if something cannot be listed.
    pub async fn files(self) -> Option<Vec<Picked>> {
        let mut files = Vec::new();
        let mut open: Vec<(JsValue, String)> = Vec::new();
        for entry in self.0 {
            // The name of a dropped folder is left out, that of a dropped file is its path.
            let path = if is(&entry, "isDirectory") { String::new() } else { text(&entry, "name") };
            open.push((entry, path));
        }
        while let Some((entry, path)) = open.pop() {
            if is(&entry, "isDirectory") {
                for child in entries(&entry).await? {
                    let name = text(&child, "name");
                    let below = if path.is_empty() { name } else { format!("{path}/{name}") };
                    open.push((child, below));
                }
            } else {
                let file = match entry.dyn_into::<File>() {
                    Ok(file) => file,
                    Err(entry) => called_back(&entry, "file").await?.dyn_into().ok()?,
                };
                files.push(Picked { path, file });
            }
        }
        Some(files)
    }
}

/// The entries of a folder. The browser hands over some at a time, at last none.
async fn entries(folder: &JsValue) -> Option<Vec<JsValue>> {
    let reader = call(folder, "createReader", &[])?;
    let mut entries = Vec::new();
    loop {
        let some = Array::from(&called_back(&reader, "readEntries").await?);
        if some.length() == 0 {
            return Some(entries);
        }
        entries.extend(some.iter());
    }
}

/// The files of an input, which may be those of a folder. The selection is cleared, so that the same can be chosen again.
pub async fn chosen(input: &HtmlInputElement) -> Vec<Picked> {
    let Some(list) = input.files() else { return Vec::new() };
    let mut files = Vec::new();
    for index in 0..list.length() {
        let Some(file) = list.get(index) else { continue };
        let in_folder = text(&file, "webkitRelativePath");
        let path = in_folder.split_once('/').map_or_else(|| file.name(), |(_, path)| with_name(path, &file.name()));
        files.push(Picked { path, file });
        if index % LISTED_AT_ONCE == LISTED_AT_ONCE - 1 {
            yield_to_page().await;
        }
    }
    input.set_value("");
    files
}

/// The path with the name of the file as it is: the browser writes a backslash in a path as a slash.
fn with_name(path: &str, name: &str) -> String {
    let folder = path.strip_suffix(&name.replace('\\', "/"));
    folder.map_or_else(|| path.to_owned(), |folder| format!("{folder}{name}"))
}

/// A file changed or vanished while it was read, or the browser does not allow it.
pub struct Unreadable;

/// Reads a file in slices, each in a task of its own. `take` gets each slice, and ends the reading by `false`.
pub async fn read_in_slices(file: &File, mut take: impl FnMut(&[u8]) -> bool) -> Result<(), Unreadable> {
    let size = file.size();
    let mut start = 0.0;
    while start < size {
        let end = (start + SLICE).min(size);
        let slice = file.slice_with_f64_and_f64(start, end).map_err(|_| Unreadable)?;
        let buffer = JsFuture::from(slice.array_buffer()).await.map_err(|_| Unreadable)?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        #[expect(clippy::cast_precision_loss, reason = "a slice has a few megabytes")]
        if bytes.len() as f64 != end - start {
            return Err(Unreadable);
        }
        if !take(&bytes) {
            return Ok(());
        }
        start = end;
    }
    Ok(())
}

fn is(object: &JsValue, property: &str) -> bool {
    Reflect::get(object, &property.into()).is_ok_and(|value| value.is_truthy())
}

fn text(object: &JsValue, property: &str) -> String {
    Reflect::get(object, &property.into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.apply(object, &arguments.iter().collect::<Array>()).ok()
}

/// Calls a method that hands its result to a callback, or an error to another one.
async fn called_back(object: &JsValue, method: &str) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        call(object, method, &[resolve.into(), reject.into()]);
    });
    JsFuture::from(promise).await.ok()
}
