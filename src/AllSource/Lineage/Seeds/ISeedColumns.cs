namespace AllSource.Lineage.Seeds;

/// <summary>Where a <see cref="SeedPicker"/> writes the seeds of a text.</summary>
internal interface ISeedColumns
{
    /// <summary>As of <see cref="Seed"/>, to the place with this number.</summary>
    void Put(int at, uint key, int word, uint context, bool isQuoted, bool isSparse);
}
