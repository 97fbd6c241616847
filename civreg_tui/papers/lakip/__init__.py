"""The parts of the LAKIP on paper: styles, page flow, tables, charts, contents, formulas."""
