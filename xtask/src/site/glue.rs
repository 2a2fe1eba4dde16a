//! The JavaScript between the page and its module, as wasm-bindgen wrote it, with less in it.
//!
//! Half of its weight are the names of what the two give each other, each with a checksum that no compression shortens,
//! and each in the module once more. wasm-opt gives them names of a letter or two; here JavaScript learns them. Of the
//! ways to load a module, all but the one that boot.js takes are left out.
//!
//! What is found otherwise than it is expected is an error: a newer wasm-bindgen is not to be trusted unseen.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// What the module imports from is called so where its names are short.
const SHORT_MODULE: &str = "\"a\"";

/// The first of the functions that load.
const LOADING: &str = "async function __wbg_load(";

/// Loads a module that is compiled already, as boot.js hands it over.
const LOAD: &str = "export default async ({ module_or_path }) => \
     __wbg_finalize_init(await WebAssembly.instantiate(module_or_path, __wbg_get_imports()), module_or_path);\n";

/// The short names of what a module imports and exports, by their long ones.
#[derive(Default)]
pub struct Names {
    imports: HashMap<String, String>,
    exports: HashMap<String, String>,
}

impl Names {
    /// The names that wasm-opt says it has given.
    pub fn read(said: &str) -> Result<Self> {
        let said: Value = serde_json::from_str(said).context("wasm-opt lists no names")?;
        let names = |list: &str| -> Option<HashMap<String, String>> {
            let text = |value: &Value| value.as_str().map(str::to_owned);
            // The last is the short one; before it stands the long one, and before that, of an import, its module.
            let pair = |entry: &Value| match entry.as_array()?.as_slice() {
                [.., long, short] => Some((text(long)?, text(short)?)),
                _ => None,
            };
            said.get(list)?.as_array()?.iter().map(pair).collect()
        };
        let read = || Some(Self { imports: names("imports")?, exports: names("exports")? });
        read().context("wasm-opt lists names in another way than it did")
    }
}

/// The JavaScript for a module, smaller. `names` are those of the module, if it has short ones.
pub fn smaller(javascript: &str, names: Option<&Names>) -> Result<String> {
    let (glue, _) = javascript.split_once(LOADING).context("wasm-bindgen loads in another way than it did")?;
    let glue = format!("{glue}{LOAD}");
    names.map_or(Ok(glue.clone()), |names| renamed(&glue, names))
}

fn renamed(glue: &str, names: &Names) -> Result<String> {
    let mut renamed = String::new();
    let mut imports = 0;
    for line in glue.lines() {
        if let Some((name, rest)) = line.split_once(": function(")
            && let Some(short) = names.imports.get(name.trim_start())
        {
            imports += 1;
            renamed += &with_exports(&format!("{short}: function({rest}"), names)?;
        } else if line.ends_with("_bg.js\": import0,") {
            renamed += &format!("{SHORT_MODULE}: import0,");
        } else {
            renamed += &with_exports(line, names)?;
        }
        renamed.push('\n');
    }
    ensure!(imports == names.imports.len(), "JavaScript has {imports} of {} imports", names.imports.len());
    ensure!(renamed.contains(SHORT_MODULE), "JavaScript names no module to import from");
    Ok(renamed)
}

/// The line with the short name of every export that stands in it, as `wasm.name`.
fn with_exports(line: &str, names: &Names) -> Result<String> {
    const EXPORTS: &str = "wasm.";
    let mut parts = line.split(EXPORTS);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let short = names.exports.get(name).with_context(|| format!("the module exports no `{name}`"))?;
        renamed += &format!("{EXPORTS}{short}{rest}");
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: &str = r#"{"imports": [["./app_bg.js", "__wbg_log_0a", "a"]], "exports": [["memory", "b"]]}"#;
    const GLUE: &str = "import0 = {
        __wbg_log_0a: function(arg0) {
            // Here.
            console.log(wasm.memory.buffer, wasm.memory);
        },
    };
    return {
        \"./app_bg.js\": import0,
    };

async function __wbg_load(module) {}
";

    #[test]
    fn names_are_short_and_loading_is_left_to_the_page() -> Result<()> {
        let smaller = smaller(GLUE, Some(&Names::read(SAID)?))?;
        let expected =
            GLUE.replace("    __wbg_log_0a:", "a:").replace("wasm.memory", "wasm.b").replace("./app_bg.js", "a");
        let expected: Vec<&str> =
            expected.lines().map(str::trim).take_while(|line| !line.starts_with("async")).collect();
        let lines: Vec<&str> = smaller.lines().map(str::trim).collect();
        assert_eq!(lines[..expected.len()], expected);
        assert!(smaller.ends_with(LOAD));
        Ok(())
    }

    #[test]
    fn without_short_names_the_long_ones_stay() -> Result<()> {
        assert!(smaller(GLUE, None)?.contains("__wbg_log_0a: function(arg0) {\n"));
        Ok(())
    }

    #[test]
    fn what_is_otherwise_than_expected_is_refused() -> Result<()> {
        let names = Names::read(SAID)?;
        assert!(smaller("wasm.memory", Some(&names)).is_err());
        assert!(smaller(&GLUE.replace("log_0a", "log_0b"), Some(&names)).is_err());
        assert!(smaller(&GLUE.replace("wasm.memory", "wasm.table"), Some(&names)).is_err());
        assert!(smaller(&GLUE.replace("_bg.js", ".js"), Some(&names)).is_err());
        assert!(Names::read("{}").is_err());
        Ok(())
    }
}
