//! The record as tables, and what describes them to programs.

pub mod catalogue;
pub mod described;
pub mod interventions_file;
pub mod promises_file;
pub mod series_file;
pub mod tables;
pub mod workbook;
