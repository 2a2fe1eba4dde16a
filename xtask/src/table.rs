//! Tables in plain text. The first column is aligned to the left, the other columns contain numbers, to the right.

/// Aligns the cells of all rows. The first row is the heading.
pub fn render(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(|column| width(rows, column)).collect();
    let lines = rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, &width))| match column {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ")
    });
    lines.map(|line| format!("  {}\n", line.trim_end())).collect()
}

fn width(rows: &[Vec<String>], column: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.get(column));
    cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
}

/// A number with thousands separators: `180,000`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut spaced = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            spaced.push(',');
        }
        spaced.push(digit);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(999), "999");
        assert_eq!(thousands(180_000), "180,000");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }

    #[test]
    fn numbers_are_aligned_to_the_right() {
        let rows = [vec!["file".into(), "bytes".into()], vec!["index.html".into(), "7".into()]];
        assert_eq!(render(&rows), "  file        bytes\n  index.html      7\n");
    }
}
