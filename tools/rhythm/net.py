"""The beat net in PyTorch, for training: a temporal convolutional network over what `core.rhythm.net_input` gives."""

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from core.rhythm.net_input import N_INPUTS, TEMPI


@dataclass(frozen=True)
class Shape:
    """Size of a net: channels of the first convolution and of the blocks, one block for each dilation."""

    first: int = 48
    channels: int = 32
    dilations: tuple[int, ...] = (1, 2, 4, 8, 16, 32, 64, 128, 256, 64, 16)
    kernel: int = 5
    dropout: float = 0.1

    def as_dict(self) -> dict[str, object]:
        """Return it for a file."""
        return asdict(self)


class Block(nn.Module):  # type: ignore[misc]  # PyTorch is not where types are checked
    """A residual block: dilated convolution, normalisation, ELU, dropout, 1 x 1."""

    def __init__(self, shape: Shape, dilation: int) -> None:
        super().__init__()
        padding = dilation * (shape.kernel - 1) // 2
        self.conv = nn.Conv1d(shape.channels, shape.channels, shape.kernel, dilation=dilation, padding=padding)
        self.norm = nn.BatchNorm1d(shape.channels)
        self.out = nn.Conv1d(shape.channels, shape.channels, 1)
        self.dropout = shape.dropout

    def forward(self, x: Tensor) -> Tensor:
        """Return the input and what the block adds to it [shape=(n, channels, n_frames)]."""
        return x + self.out(functional.dropout(functional.elu(self.norm(self.conv(x))), self.dropout, self.training))


class BeatNet(nn.Module):  # type: ignore[misc]
    """Features [shape=(n, n_frames, N_INPUTS)] -> logits of beats (n, n_frames, 2) and of tempo classes (n, 60)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.first = nn.Conv1d(N_INPUTS, shape.first, 5, padding=2)
        self.first_norm = nn.BatchNorm1d(shape.first)
        self.narrow = nn.Conv1d(shape.first, shape.channels, 1)
        self.blocks = nn.ModuleList([Block(shape, dilation) for dilation in shape.dilations])
        self.norm = nn.BatchNorm1d(shape.channels)
        self.beats = nn.Conv1d(shape.channels, 2, 1)
        self.tempo = nn.Linear(2 * shape.channels, len(TEMPI))

    def forward(self, features: Tensor) -> tuple[Tensor, Tensor]:
        """Return the logits of beats and of tempo classes."""
        x = functional.elu(self.first_norm(self.first(features.transpose(1, 2))))
        x = self.narrow(functional.dropout(x, self.shape.dropout, self.training))
        for block in self.blocks:
            x = block(x)
        x = functional.elu(self.norm(x))
        pooled = torch.cat([x.mean(2), x.square().mean(2)], 1)
        return self.beats(x).transpose(1, 2), self.tempo(pooled)
