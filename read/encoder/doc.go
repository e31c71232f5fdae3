// Package encoder runs a small transformer encoder: pieces of words go in, one score for each question comes out. It is the
// architecture of BERT as Hugging Face's BertModel computes it, with the sizes of MiniLM, and one linear layer on the mean and the
// maximum over all positions:
//
//   - Vaswani et al., Attention Is All You Need, 2017
//   - Devlin et al., BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding, 2019
//   - Wang et al., MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression of Pre-Trained Transformers, 2020
//
// Weights have four bits and a multiplier for each thirty-two of them, and are used as they lie in memory. Activations are made
// whole numbers before each linear layer, so that its sums are exact. All else is computed in float32, each product rounded before
// it is added, in one fixed order, with exponentials of its own: the same pieces give the same scores on every processor.
//
// It knows nothing of drafts and splits no words. Start at Load and Model.Scores; training writes a model with Store.
package encoder
