//! The keyboard navigation of the ARIA pattern *grid*. Pure.

/// A row and a column.
pub type Cell = (usize, usize);

/// The number of rows that Page Up and Page Down move.
const PAGE_JUMP: usize = 10;

/// The cell that a key moves to, in a grid of `rows` and `columns`. `None` for other keys.
pub fn move_focus(key: &str, has_control: bool, (row, column): Cell, (rows, columns): Cell) -> Option<Cell> {
    let (bottom, right) = (rows.saturating_sub(1), columns.saturating_sub(1));
    let (row, column) = match key {
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => (row + 1, column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, column + 1),
        "PageUp" => (row.saturating_sub(PAGE_JUMP), column),
        "PageDown" => (row + PAGE_JUMP, column),
        "Home" if has_control => (0, 0),
        "Home" => (row, 0),
        "End" if has_control => (bottom, right),
        "End" => (row, right),
        _ => return None,
    };
    Some((row.min(bottom), column.min(right)))
}

/// The id of a cell, or of the link in it.
pub fn id_of((row, column): Cell) -> String {
    format!("cell-{row}-{column}")
}

/// The cell of an id.
pub fn cell_of(id: &str) -> Option<Cell> {
    let (row, column) = id.strip_prefix("cell-")?.split_once('-')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_through_the_grid_and_not_out_of_it() {
        let size = (30, 5);
        for (key, has_control, from, to) in [
            ("ArrowUp", false, (0, 2), (0, 2)),
            ("ArrowUp", false, (3, 2), (2, 2)),
            ("ArrowDown", false, (3, 2), (4, 2)),
            ("ArrowDown", false, (29, 2), (29, 2)),
            ("ArrowLeft", false, (3, 0), (3, 0)),
            ("ArrowRight", false, (3, 4), (3, 4)),
            ("ArrowRight", false, (3, 3), (3, 4)),
            ("PageDown", false, (3, 1), (13, 1)),
            ("PageDown", false, (25, 1), (29, 1)),
            ("PageUp", false, (3, 1), (0, 1)),
            ("Home", false, (3, 3), (3, 0)),
            ("End", false, (3, 3), (3, 4)),
            ("Home", true, (3, 3), (0, 0)),
            ("End", true, (3, 3), (29, 4)),
        ] {
            assert_eq!(move_focus(key, has_control, from, size), Some(to), "{key} from {from:?}");
        }
        assert_eq!(move_focus("a", false, (0, 0), size), None);
        assert_eq!(move_focus("ArrowDown", false, (0, 0), (0, 0)), Some((0, 0)));
    }

    #[test]
    fn a_cell_is_found_by_its_id() {
        assert_eq!(cell_of(&id_of((3, 12))), Some((3, 12)));
        for id in ["", "cell-", "cell-1", "cell-a-b", "page-title", "cell-1--1"] {
            assert_eq!(cell_of(id), None, "{id}");
        }
    }
}
