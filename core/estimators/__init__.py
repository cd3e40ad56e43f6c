"""Named ways of classifying rows of features, each a pipeline with its scaler inside.

`core.estimators.candidates` holds the members of the committee that the shipped model is, `baselines` what a person
trains first, `grids` what can be searched.
"""
