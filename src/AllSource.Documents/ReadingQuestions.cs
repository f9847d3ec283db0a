namespace AllSource.Documents;

/// <summary>The questions that a batch may raise. The same words in every file, so that each is asked once.</summary>
public static class ReadingQuestions
{
    /// <summary>Some time names no zone.</summary>
    public const string Zone = "In which zone are the times that name none? Answer with zone: \"+02:00\" in case.yaml.";

    /// <summary>Some date of digits alone can be read in more than one way.</summary>
    public const string DateOrder =
        "Does the day or the month come first in dates such as 03/04/2026? Answer with date_order: day-first in "
            + "case.yaml (or month-first, year-first).";
}
