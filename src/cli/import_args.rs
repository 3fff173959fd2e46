//! The command line of `loxley import`.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use clap::Subcommand;

use crate::cli::args::SiteArgs;
use crate::domain::Id;

/// Arguments of `import`.
#[derive(Debug, ClapArgs)]
pub struct ImportArgs {
    #[command(flatten)]
    pub site: SiteArgs,
    /// Say what would be written, and write nothing.
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// What the table holds.
    #[command(subcommand)]
    pub kind: ImportKind,
}

/// What a table holds.
#[derive(Debug, Subcommand)]
pub enum ImportKind {
    /// Councils, and the districts in their areas.
    Councils {
        /// The table, one row a council.
        file: PathBuf,
        /// A table of district councils.
        #[arg(long, value_name = "FILE")]
        districts: Option<PathBuf>,
        /// Name of the model of statistical neighbours.
        #[arg(long, value_name = "TEXT")]
        model: String,
        /// Source of that model.
        #[arg(long, value_name = "ID")]
        model_source: Id,
        /// Sources of names and codes; may be given several times.
        #[arg(long = "source", value_name = "ID", required = true)]
        sources: Vec<Id>,
    },
    /// Graded inspections.
    Inspections {
        /// The table, one row an inspection.
        file: PathBuf,
        /// A table of areas for improvement, one row an area.
        #[arg(long, value_name = "FILE")]
        areas: Option<PathBuf>,
        /// What the table calls a source, and which of the site's it is; may be given several times.
        #[arg(long = "source", value_name = "WORDS=ID", value_parser = pair)]
        sources: Vec<(String, Id)>,
    },
    /// Visits in official lists.
    Visits {
        /// The table, one row a visit.
        file: PathBuf,
        /// What the table calls a source, and which of the site's it is; may be given several times.
        #[arg(long = "source", value_name = "WORDS=ID", value_parser = pair)]
        sources: Vec<(String, Id)>,
    },
    /// Visits that inspection reports mention.
    Mentions {
        /// The table, one row a visit.
        file: PathBuf,
    },
    /// Ofsted's yearly statistics of inspection outcomes, as the spreadsheet that it issues.
    Ofsted {
        /// The spreadsheet.
        file: PathBuf,
        /// The edition, as a source of the site.
        #[arg(long, value_name = "ID")]
        source: Id,
    },
    /// The overview of latest inspections that Data to Insight issues as a spreadsheet.
    Overview {
        /// The spreadsheet, or its sheet as CSV.
        file: PathBuf,
        /// The edition, as a source of the site.
        #[arg(long, value_name = "ID")]
        source: Id,
    },
    /// Lines of account from a sheet with one row a council, as the ministry issues form RO3.
    Outturn {
        /// The spreadsheet, or one sheet of it as CSV.
        file: PathBuf,
        /// The sheet.
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// The year of account, like 2024-25.
        #[arg(long, value_name = "YEAR")]
        period: String,
        /// A column and the measure that it is; may be given several times.
        #[arg(long = "column", value_name = "COLUMN=MEASURE", value_parser = pair, required = true)]
        columns: Vec<(String, Id)>,
        /// Name of the edition, for one that a later one has replaced.
        #[arg(long, value_name = "ID")]
        edition: Option<Id>,
        /// Where values were revised: the name under which to keep the edition on record.
        #[arg(long, value_name = "ID")]
        keep_as: Option<Id>,
    },
    /// Series from a data file of Explore Education Statistics, as the department issues it.
    Ees {
        /// The data file.
        file: PathBuf,
        /// A column and the measure that it is; may be given several times.
        #[arg(long = "column", value_name = "COLUMN=MEASURE", value_parser = pair, required = true)]
        columns: Vec<(String, Id)>,
        /// Take only rows that have this value in a column; may be given several times.
        #[arg(long, value_name = "COLUMN=VALUE", value_parser = words)]
        only: Vec<(String, String)>,
        /// Where values were revised: the name under which to keep the edition on record.
        #[arg(long, value_name = "ID")]
        keep_as: Option<Id>,
    },
    /// National series of figures.
    Series {
        /// Tables with the columns area, period, value, missing; each is called after its measure.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The measure, where the file is not called after it.
        #[arg(long, value_name = "ID")]
        measure: Option<Id>,
        /// Name of the edition, for one that a later one has replaced.
        #[arg(long, value_name = "ID")]
        edition: Option<Id>,
        /// Where values were revised: the name under which to keep the edition on record.
        #[arg(long, value_name = "ID")]
        keep_as: Option<Id>,
    },
}

impl ImportKind {
    /// The files to read.
    pub fn files(&self) -> Vec<&PathBuf> {
        match self {
            Self::Councils { file, districts: more, .. } | Self::Inspections { file, areas: more, .. } => {
                [file].into_iter().chain(more).collect()
            }
            Self::Visits { file, .. }
            | Self::Mentions { file }
            | Self::Ees { file, .. }
            | Self::Ofsted { file, .. }
            | Self::Overview { file, .. }
            | Self::Outturn { file, .. } => vec![file],
            Self::Series { files, .. } => files.iter().collect(),
        }
    }
}

fn pair(text: &str) -> Result<(String, Id), String> {
    let (words, id) = text.rsplit_once('=').ok_or("write the file’s words, `=` and an id of the site")?;
    Ok((words.to_owned(), id.parse().map_err(|error: crate::domain::IdError| error.to_string())?))
}

fn words(text: &str) -> Result<(String, String), String> {
    let (column, value) = text.split_once('=').ok_or("write the column, `=` and its value")?;
    Ok((column.to_owned(), value.to_owned()))
}
