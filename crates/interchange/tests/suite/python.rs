//! Python itself, for tests of what it reads.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Hands the cases to a script of `tests/python`, and returns false if Python is not installed. `cargo xtask test` names a
/// Python with pandas and W&B's client by `REGISTRAR_PYTHON`, if it could install one.
pub fn check(script: &str, cases: &[Value]) -> bool {
    let script = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/python")).join(script);
    let python = std::env::var_os("REGISTRAR_PYTHON").unwrap_or_else(|| "python3".into());
    let mut command = Command::new(python);
    command.arg(&script).env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUTF8", "1").stdin(Stdio::piped());
    let Ok(mut python) = command.spawn() else {
        println!("there is no python3: {} was not run", script.display());
        return false;
    };
    let mut input = python.stdin.take().unwrap();
    for case in cases {
        // A Python that has stopped takes no more. Its status says why.
        let _ = writeln!(input, "{case}");
    }
    drop(input);
    assert!(python.wait().unwrap().success(), "{} found a fault", script.display());
    true
}
